package org.fangxin.document;

import java.time.InstantSource;
import org.fangxin.document.internal.Signatures;
import org.fangxin.document.internal.pdf.DrawnSeal;
import org.fangxin.document.store.Letterheads;
import org.fangxin.document.store.Letterheads.Letterhead;
import org.fangxin.identity.People;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;

/** Letterhead and seal for a county of the demo; the seal says 演示, so that no paper of it is taken for a real one. */
@Component
public class SampleLetterhead {
    private final Letterheads letterheads;
    private final Signatures signatures;
    private final DrawnSeal seals;
    private final InstantSource clock;

    SampleLetterhead(Letterheads letterheads, Signatures signatures, DrawnSeal seals, InstantSource clock) {
        this.letterheads = letterheads;
        this.signatures = signatures;
        this.seals = seals;
        this.clock = clock;
    }

    /** Runs in the caller's transaction and scope; does nothing for an agency that has a letterhead. */
    public void give(Agency agency, String phone, String address) {
        if (letterheads.of(agency.code()).isEmpty()) {
            String mark = signatures.of(agency.code()).mark();
            letterheads.add(
                    agency.code(),
                    new Letterhead(mark, phone, address, seals.of(agency.name(), "演示")),
                    People.SYSTEM,
                    clock.instant());
        }
    }
}
