package org.fangxin.document.internal.dossier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Stage;
import org.fangxin.document.internal.Signatures;
import org.fangxin.document.store.Archives;
import org.fangxin.identity.People;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The archives of closed cases: numbered when archived, bound anew each time from what never changes. */
@Component
public class Dossiers {
    private final Numbering numbering;
    private final CaseJournal journal;
    private final List<DossierPart> parts;
    private final People people;
    private final Binder binder;
    private final Packer packer;
    /** Binding needs memory; one at a time. */
    private final ReentrantLock press = new ReentrantLock(true);

    Dossiers(
            Numbering numbering,
            CaseJournal journal,
            List<DossierPart> parts,
            People people,
            Binder binder,
            Packer packer) {
        this.numbering = numbering;
        this.journal = journal;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(DossierPart::order))
                .toList();
        this.people = people;
        this.binder = binder;
        this.packer = packer;
    }

    /** Gives archives their numbers. */
    @Component
    static class Numbering {
        private final Archives archives;
        private final Signatures signatures;
        private final Agencies agencies;
        private final InstantSource clock;
        private final TransactionTemplate transaction;

        Numbering(
                Archives archives,
                Signatures signatures,
                Agencies agencies,
                InstantSource clock,
                PlatformTransactionManager transactions) {
            this.archives = archives;
            this.signatures = signatures;
            this.agencies = agencies;
            this.clock = clock;
            this.transaction = new TransactionTemplate(transactions);
        }

        /** Of a case archived just now, that no reader of the journal has numbered yet. */
        Archives.Number of(CaseState state, String by) {
            return of(state, by, clock.instant());
        }

        Archives.Number of(CaseState state, String by, Instant now) {
            String agency = agencies.actingFor(state.agency()).code();
            String mark = signatures.of(agency).mark();
            int year = now.atZone(Fields.ZONE).getYear();
            return Objects.requireNonNull(
                    transaction.execute(status -> archives.give(state.caseNo(), agency, mark, year, by, now)));
        }

        String agencyName(CaseState state) {
            return agencies.actingFor(state.agency()).name();
        }
    }

    /** One PDF with all of it. */
    public byte[] bound(CaseState state, String summary, String by) {
        return bind(archive(state, summary, by));
    }

    /** The bundle: pieces, journal, the bound PDF, and the signed list of them. */
    public Packed packed(CaseState state, String summary, String by) {
        Archive archive = archive(state, summary, by);
        return packer.pack(archive, "卷宗", bind(archive));
    }

    private byte[] bind(Archive archive) {
        press.lock();
        try {
            return binder.bind(archive, names(archive));
        } finally {
            press.unlock();
        }
    }

    private Archive archive(CaseState state, String summary, String by) {
        if (state.stage() != Stage.ARCHIVED) {
            throw Problem.forbiddenByLaw("归档以后才有卷宗。请先办“归档”。", List.of());
        }
        if (state.flags().contains(Flag.DISPOSED)) {
            throw Problem.forbiddenByLaw("本案保管期满，卷宗已经销毁。", List.of("个人信息保护法第四十七条"));
        }
        Archives.Number number = numbering.of(state, by);
        List<DossierPart.Piece> pieces = new ArrayList<>();
        parts.forEach(part -> pieces.addAll(part.pieces(state)));
        return new Archive(
                number.number(),
                number.at(),
                numbering.agencyName(state),
                state,
                summary,
                List.copyOf(pieces),
                journal.of(state.caseNo()));
    }

    private Map<String, String> names(Archive archive) {
        return people.displayNames(archive.journal().stream()
                .flatMap(line -> Stream.concat(Stream.of(line.actor()), Stream.ofNullable(line.actedFor())))
                .toList());
    }
}
