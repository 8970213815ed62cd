package org.fangxin.enforcement.internal;

import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.cipher.Sm3;
import org.fangxin.document.OwnPapers;
import org.fangxin.document.OwnPapers.Paper;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.enforcement.PenaltyPaper;
import org.fangxin.enforcement.PenaltyPaper.Kind;
import org.fangxin.enforcement.store.PaperStore;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;

/** Numbers, prints and keeps a paper, in the running transaction. */
@Component
class PaperPress {
    private final PaperStore store;
    private final OwnPapers printer;
    private final Agencies agencies;

    PaperPress(PaperStore store, OwnPapers printer, Agencies agencies) {
        this.store = store;
        this.printer = printer;
        this.agencies = agencies;
    }

    /** An office acts in the name of its agency. */
    Agency agency(CaseState state) {
        return agencies.actingFor(state.agency());
    }

    /** @param at of the paper: its number is of this year */
    void print(CaseState state, Kind kind, long throughSeq, String by, Instant at, List<Part> parts) {
        Agency agency = agency(state);
        int year = at.atZone(Fields.ZONE).getYear();
        int serial = store.number(agency.code(), year, kind);
        String number = kind.number(agency.name(), year, serial);
        byte[] pdf = printer.print(new Paper(agency.code(), kind.title(), number, parts));
        store.keep(
                new PenaltyPaper(
                        0,
                        state.caseNo(),
                        agency.code(),
                        year,
                        kind,
                        serial,
                        number,
                        kind.title(),
                        throughSeq,
                        by,
                        at,
                        Sm3.hex(pdf)),
                pdf);
    }
}
