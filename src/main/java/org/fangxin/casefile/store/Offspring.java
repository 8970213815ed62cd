package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.Narrative;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.NewCase.Route;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.ReporterWall;
import org.fangxin.casefile.ReporterWall.Crossing;
import org.fangxin.casefile.ReporterWall.Held;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.internal.Newcomer;
import org.fangxin.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Cases that come of another one. What passes between a report and anything else goes through the wall (Art. 9, 37): of a
 * report nobody is a party who told it, and nothing that came of one tells that there is a report.
 */
@Component
class Offspring {
    private static final String FILES = "files";
    private static final Set<Act> OF_THE_SUBMISSION = Set.of(Act.SPLIT, Act.RECLASSIFY, Act.CONVERT);
    private static final String UNNAMED = "未留姓名";

    private final CaseTables tables;
    private final NewFiles newFiles;
    private final ObjectProvider<ReporterWall> wall;
    private final ObjectProvider<AttachmentCatalogue> files;

    Offspring(
            CaseTables tables,
            NewFiles newFiles,
            ObjectProvider<ReporterWall> wall,
            ObjectProvider<AttachmentCatalogue> files) {
        this.tables = tables;
        this.newFiles = newFiles;
        this.wall = wall;
        this.files = files;
    }

    /** What the new file takes over: text, people, marks. */
    private record Content(Held held, List<PartyData> parties, Set<String> topics) {}

    /** One birth: the case it comes of, what was decided, the number it gets, and the act with its texts. */
    private record Birth(
            CaseRows.Head head,
            CaseState from,
            Decision.Opening opening,
            String caseNo,
            Command command,
            Map<String, String> said) {
        Kind kind() {
            return opening.kind();
        }

        boolean intoReport() {
            return kind() == Kind.REPORT && from.kind() != Kind.REPORT;
        }

        boolean outOfReport() {
            return kind() != Kind.REPORT && from.kind() == Kind.REPORT;
        }

        boolean clue() {
            return opening.received().source().startsWith("CLUE");
        }
    }

    void open(
            CaseRows.Head head,
            CaseState from,
            Decision.Opening opening,
            String caseNo,
            Command command,
            Map<String, String> said) {
        Birth birth = new Birth(head, from, opening, caseNo, command, said);
        NewCase origin = tables.rows().asOrigin(head.id(), text(birth));
        Content content = content(birth, origin);
        Entry.Received r = opening.received();
        NewCase fresh = new NewCase(
                opening.kind(),
                r.agency(),
                r.receivedAt(),
                r.channel(),
                r.source(),
                origin.submissionNo(),
                r.related(),
                narrative(birth, origin.narrative(), content.held()),
                content.parties(),
                route(birth, origin.route()),
                Set.of(),
                Set.of(),
                r.greenChannel(),
                attachments(birth));
        CaseState made = newFiles.open(
                fresh, received(r, content), caseNo, command.actor().id(), command.now());
        if (OF_THE_SUBMISSION.contains(command.act())) {
            wall.getObject().follows(origin.submissionNo(), caseNo, made.kind(), submitter(made));
        }
    }

    private Entry.Received received(Entry.Received r, Content content) {
        Set<String> topics = new LinkedHashSet<>(r.topics());
        topics.addAll(content.topics());
        return new Entry.Received(
                r.kind(),
                r.agency(),
                r.receivedAt(),
                newFiles.law(r.receivedAt()),
                r.channel(),
                r.source(),
                r.related(),
                NewFiles.numbered(content.parties()),
                r.flags(),
                List.copyOf(topics),
                r.greenChannel(),
                r.byAnalogy());
    }

    /** The officer's words for the new part, else the whole story of the first. */
    private String text(Birth birth) {
        String own = birth.said().get(Texts.CONTENT);
        if (own != null) {
            return own;
        }
        return OF_THE_SUBMISSION.contains(birth.command().act())
                ? tables.texts().story(birth.head().id())
                : tables.texts().content(birth.head().id());
    }

    private Content content(Birth birth, NewCase origin) {
        List<PartyData> people = people(birth);
        Crossing crossing = new Crossing(
                birth.from().caseNo(),
                birth.caseNo(),
                origin.submissionNo(),
                tellers(birth),
                origin.narrative().content(),
                birth.command().actor().id(),
                birth.command().now());
        ReporterWall behind = wall.getObject();
        if (birth.intoReport()) {
            Held held = birth.clue() ? behind.unnamed(crossing) : behind.behind(crossing);
            return new Content(held, businesses(people), held.realName() ? Set.of("REAL_NAME") : Set.of());
        }
        if (birth.outOfReport()) {
            return outOfReport(birth, people, crossing, behind);
        }
        if (birth.kind() == Kind.REPORT) {
            behind.passOn(
                    crossing.fromCaseNo(), crossing.toCaseNo(), crossing.submissionNo(), crossing.by(), crossing.now());
        }
        return new Content(behind.plain(crossing), people, Set.of());
    }

    private Content outOfReport(Birth birth, List<PartyData> people, Crossing crossing, ReporterWall behind) {
        boolean complaint = birth.kind() == Kind.COMPLAINT;
        Held held = behind.released(crossing);
        PartyData person = complaint
                ? complainant(birth.command())
                : new PartyData(PartyRole.ASKER, UNNAMED, null, null, null, null);
        List<PartyData> parties = new ArrayList<>(List.of(person));
        parties.addAll(businesses(people));
        return new Content(held, parties, Set.of());
    }

    /** As he tells it with his consent; a complaint needs name, telephone and address (Art. 10). */
    private static PartyData complainant(Command command) {
        PartyData person = Newcomer.of(command.fields(), PartyRole.COMPLAINANT).orElse(null);
        if (person == null || person.phone() == null || person.address() == null) {
            throw Problem.invalid(
                    Newcomer.FIELD,
                    "identity",
                    "另立投诉要有投诉人的姓名、电话和地址（第十条）。举报人的身份封存着，程序不会取出来：请问清本人后填写“投诉人的真实身份”；问不到的，请告诉他自己提出投诉。");
        }
        return person;
    }

    /** Everybody whom the new case has by the decision, in the roles that he has there. */
    private List<PartyData> people(Birth birth) {
        List<Entry.Party> named = birth.opening().received().parties();
        if (!named.isEmpty()) {
            return tables.parties().inClear(birth.head().id(), named);
        }
        // who was questioned stays with the record of it
        return birth.opening().withParties()
                ? tables.parties().inClear(birth.head().id()).stream()
                        .filter(one -> one.role() != PartyRole.QUESTIONED)
                        .toList()
                : List.of();
    }

    private static List<PartyData> businesses(List<PartyData> people) {
        return people.stream().filter(one -> one.role().business()).toList();
    }

    /** Those of the first case who are people; who submitted it comes first. */
    private List<PartyData> tellers(Birth birth) {
        List<Entry.Party> present = birth.from().parties().entrySet().stream()
                .map(party -> new Entry.Party(party.getKey(), party.getValue()))
                .toList();
        return tables.parties().inClear(birth.head().id(), present).stream()
                .filter(one -> !one.role().business() && one.role() != PartyRole.QUESTIONED)
                .toList();
    }

    /** A report has no demands; what the complaint's file says of money and rights stays there. */
    private static Narrative narrative(Birth birth, Narrative what, Held held) {
        boolean report = birth.intoReport();
        return new Narrative(
                held.content(),
                held.summary(),
                report ? List.of() : what.demands(),
                report ? null : what.amount(),
                what.occurredOn(),
                report ? null : what.knewOn(),
                what.goodsCode(),
                what.problemCode(),
                what.goodsDetail(),
                what.merchant());
    }

    /** Why an agency has a report is said in the articles on reports, which tell of one; and the other way round. */
    private static Route route(Birth birth, Route route) {
        if (birth.intoReport()) {
            return new Route(List.of(), "由收到材料的机关处理。", List.of());
        }
        return birth.outOfReport() ? new Route(List.of(), "由收到来件的机关处理。", List.of()) : route;
    }

    /** Only the chosen files move; when the first file ends with the act and none is chosen, all of them. */
    private List<String> attachments(Birth birth) {
        Act act = birth.command().act();
        List<String> chosen = birth.command().fields().strings(FILES);
        boolean all = chosen.isEmpty() && (act == Act.RECLASSIFY || act == Act.CONVERT || act == Act.TRANSFER);
        List<String> moving = all
                ? tables.attached().to(birth.head().id())
                : chosen.stream().distinct().toList();
        return moving.isEmpty()
                ? List.of()
                : files.getObject()
                        .handOver(
                                birth.from().kind(),
                                birth.kind(),
                                moving,
                                birth.command().now());
    }

    private static Optional<String> submitter(CaseState made) {
        PartyRole role = made.kind() == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
        return made.partiesWith(role).stream().findFirst();
    }
}
