package org.fangxin.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/** The next state of a case while one entry is being taken in. Used only inside {@code evolve}. */
public final class CaseDraft {
    public long seq;
    public String caseNo;
    public Kind kind;
    public Stage stage;
    public String agency;
    public String law;
    public String channel;
    public Instant receivedAt;
    public @Nullable String distributedBy;
    public boolean confirmed;
    public int returns;
    public Map<String, PartyRole> parties;
    private int numbered;
    public Set<String> handlers;
    public Set<String> mediators;
    public Set<String> recused;
    public Set<Flag> flags;
    public Map<String, String> related;
    public Clocks clocks;
    public Duty.Book duties;
    public @Nullable Instant closedAt;
    public @Nullable Stage endedAs;
    public ComplaintFacts complaint;
    public ReportFacts report;
    public Holding holding;

    CaseDraft(CaseState s) {
        seq = s.seq();
        caseNo = s.caseNo();
        kind = s.kind();
        stage = s.stage();
        agency = s.agency();
        law = s.law();
        channel = s.channel();
        receivedAt = s.receivedAt();
        distributedBy = s.distributedBy();
        confirmed = s.confirmed();
        returns = s.returns();
        parties = new TreeMap<>(s.parties());
        numbered = s.numbered();
        handlers = new LinkedHashSet<>(s.handlers());
        mediators = new LinkedHashSet<>(s.mediators());
        recused = new LinkedHashSet<>(s.recused());
        flags = s.flags().isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(s.flags());
        related = new TreeMap<>(s.related());
        clocks = s.clocks();
        duties = s.duties();
        closedAt = s.closedAt();
        endedAs = s.endedAs();
        complaint = s.complaint();
        report = s.report();
        holding = s.holding();
    }

    /** A draft of a case that has no entry yet. */
    CaseDraft(String caseNo, Kind kind, String agency, String law, String channel, Instant receivedAt) {
        this.caseNo = caseNo;
        this.kind = kind;
        this.stage = Stage.RECEIVED;
        this.agency = agency;
        this.law = law;
        this.channel = channel;
        this.receivedAt = receivedAt;
        parties = new TreeMap<>();
        handlers = new LinkedHashSet<>();
        mediators = new LinkedHashSet<>();
        recused = new LinkedHashSet<>();
        flags = EnumSet.noneOf(Flag.class);
        related = new TreeMap<>();
        clocks = Clocks.NONE;
        duties = Duty.Book.NONE;
        complaint = ComplaintFacts.NONE;
        report = ReportFacts.NONE;
        holding = Holding.DIRECT;
    }

    public void clocks(UnaryOperator<Clocks> change) {
        clocks = change.apply(clocks);
    }

    public void owe(String form, String title, PartyRole to, String article, String meaning, Instant at) {
        String id = form + ":" + to + ":" + seq;
        duties = duties.owe(new Duty(id, form, title, to, article, meaning, at, null));
    }

    /** The empty state that the first entry is taken into. */
    public static CaseState first(String caseNo, Entry.Received received) {
        return new CaseDraft(
                        caseNo,
                        received.kind(),
                        received.agency(),
                        received.law(),
                        received.channel(),
                        received.receivedAt())
                .done();
    }

    public CaseState done() {
        return new CaseState(
                seq,
                caseNo,
                kind,
                stage,
                agency,
                law,
                channel,
                receivedAt,
                distributedBy,
                confirmed,
                returns,
                parties,
                highest(),
                handlers,
                mediators,
                recused,
                flags,
                related,
                clocks,
                duties,
                closedAt,
                endedAs,
                complaint,
                report,
                holding);
    }

    private int highest() {
        return parties.keySet().stream()
                .filter(id -> id.matches("P[0-9]{1,6}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1)))
                .reduce(numbered, Math::max);
    }
}
