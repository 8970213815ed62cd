package org.fangxin.casefile.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.ComplaintFacts;
import org.fangxin.casefile.EntryLabels;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.store.CaseReading;
import org.fangxin.casefile.store.Parties;
import org.fangxin.casefile.store.Worklist;
import org.fangxin.identity.People;
import org.fangxin.region.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** From what the store reads to what an answer says: names for codes, masked parties, labels. */
@Component
class CaseViews {
    private final Agencies agencies;
    private final People people;
    private final JsonMapper json;
    private final ObjectProvider<AttachmentCatalogue> attachments;

    CaseViews(Agencies agencies, People people, JsonMapper json, ObjectProvider<AttachmentCatalogue> attachments) {
        this.agencies = agencies;
        this.people = people;
        this.json = json;
        this.attachments = attachments;
    }

    List<Views.CaseItem> items(List<Worklist.Row> rows, Map<String, CaseReading.Brief> briefs) {
        Map<String, String> names = people.displayNames(
                rows.stream().flatMap(row -> row.handlers().stream()).toList());
        return rows.stream()
                .map(row -> item(row, java.util.Objects.requireNonNull(briefs.get(row.caseNo())), names))
                .toList();
    }

    private Views.CaseItem item(Worklist.Row row, CaseReading.Brief brief, Map<String, String> names) {
        return new Views.CaseItem(
                row.caseNo(),
                row.kind(),
                row.stage(),
                Stage.valueOf(row.stage()).chinese(),
                agency(row.agency()),
                row.summary(),
                row.merchant(),
                local(row.receivedAt()),
                persons(row.handlers(), names),
                brief.flags(),
                row.openDuties(),
                brief.nearest(),
                brief.version(),
                ids(brief.available()));
    }

    Views.CaseDetail detail(CaseReading.File file) {
        Worklist.Row row = file.row();
        NewCase origin = file.origin();
        NewCase.Narrative what = origin.narrative();
        Map<String, String> names = people.displayNames(actors(file));
        return new Views.CaseDetail(
                row.caseNo(),
                row.kind(),
                row.stage(),
                file.state().stage().chinese(),
                agency(row.agency()),
                row.summary(),
                row.merchant(),
                local(row.receivedAt()),
                persons(row.handlers(), names),
                row.flags(),
                row.openDuties(),
                file.nearest(),
                file.version(),
                ids(file.available()),
                what.content(),
                what.demands(),
                what.amount(),
                new Views.Goods(what.goodsCode(), what.problemCode(), what.goodsDetail()),
                what.occurredOn(),
                what.knewOn(),
                origin.channel(),
                origin.submissionNo(),
                file.state().law(),
                merchant(what.merchant()),
                route(origin.route()),
                parties(file),
                timeline(file, names),
                file.deadlines(),
                duties(file),
                files(file.attachments()),
                file.identityPapers().stream()
                        .map(paper -> new Views.IdentityPaperView(
                                paper.attachmentId(),
                                paper.mayOpen(),
                                paper.purgedAt() == null ? null : local(paper.purgedAt())))
                        .toList(),
                related(file),
                blocked(file),
                file.state().closedAt() == null ? null : local(file.state().closedAt()));
    }

    private static List<String> actors(CaseReading.File file) {
        List<String> ids = new ArrayList<>(file.row().handlers());
        file.timeline().forEach(line -> {
            ids.add(line.actor());
            if (line.actedFor() != null) {
                ids.add(line.actedFor());
            }
        });
        return ids;
    }

    private List<Views.TimelineEntry> timeline(CaseReading.File file, Map<String, String> names) {
        return file.timeline().stream()
                .map(line -> new Views.TimelineEntry(
                        line.seq(),
                        line.type(),
                        EntryLabels.of(line.type()),
                        line.act(),
                        local(line.at()),
                        local(line.recordedAt()),
                        by(line, names),
                        facts(line.data()),
                        line.texts()))
                .toList();
    }

    private Map<String, Object> facts(String data) {
        return json.readValue(data, new TypeReference<Map<String, Object>>() {});
    }

    private static Views.By by(CaseReading.Line line, Map<String, String> names) {
        String actor = line.actor();
        if (actor.equals("system")) {
            return new Views.By("系统", "SYSTEM", null);
        }
        if (actor.startsWith("party:")) {
            return new Views.By("当事人", "PARTY", null);
        }
        return new Views.By(names.get(actor), "OFFICER", line.actedFor() == null ? null : names.get(line.actedFor()));
    }

    private List<Views.DutyView> duties(CaseReading.File file) {
        return file.state().duties().all().stream()
                .map(d -> new Views.DutyView(
                        d.id(),
                        d.form(),
                        d.title(),
                        d.to().name(),
                        d.article(),
                        local(d.bornAt()),
                        d.dischargedAt() == null ? null : local(d.dischargedAt())))
                .toList();
    }

    private List<Views.AttachmentView> files(List<String> ids) {
        AttachmentCatalogue catalogue = attachments.getIfAvailable();
        return catalogue == null
                ? List.of()
                : catalogue.of(ids).stream()
                        .map(i -> new Views.AttachmentView(i.attachmentId(), i.fileName(), i.size(), i.type(), i.sm3()))
                        .toList();
    }

    static List<Views.Related> related(CaseReading.File file) {
        return related(file.related());
    }

    static List<Views.Related> related(Map<String, String> links) {
        return links.entrySet().stream()
                .map(e -> new Views.Related(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Views.BlockedAct> blocked(CaseReading.File file) {
        return file.blocked().stream()
                .map((Procedures.Blocked b) -> new Views.BlockedAct(
                        b.act().id(), b.act().label(), String.join("、", b.articles()), b.articles(), b.why()))
                .toList();
    }

    /** Those who are parties now, each with the power of an agent or the place in a joint complaint. */
    private static List<Views.PartyView> parties(CaseReading.File file) {
        return file.parties().stream()
                .map(party -> party(party, file.state().complaint()))
                .toList();
    }

    private static Views.PartyView party(Parties.Masked p, ComplaintFacts complaint) {
        PartyRole role = PartyRole.valueOf(p.role());
        boolean business = role == PartyRole.RESPONDENT || role == PartyRole.REPORTED;
        ComplaintFacts.Joint joint = complaint.joint();
        List<String> masked = new ArrayList<>();
        if (!business) {
            masked.add("NAME");
        }
        mask(masked, "PHONE", p.phone());
        mask(masked, "ADDRESS", business ? null : p.address());
        mask(masked, "ID_NUMBER", p.idNumber());
        mask(masked, "EMAIL", p.email());
        return new Views.PartyView(
                p.partyId(),
                p.role(),
                role.chinese(),
                p.name(),
                p.phone(),
                p.address(),
                p.idNumber(),
                p.email(),
                masked,
                power(complaint.agents().get(p.partyId())),
                joint.representatives().contains(p.partyId()),
                joint.asked().contains(p.partyId()) ? joint.agreed().contains(p.partyId()) : null);
    }

    private static Views.@Nullable PowerView power(ComplaintFacts.@Nullable Power power) {
        return power == null
                ? null
                : new Views.PowerView(
                        power.powers().stream().sorted().toList(),
                        power.validTo(),
                        power.originalSeen(),
                        power.idSeen());
    }

    private static void mask(List<String> masked, String field, @Nullable String value) {
        if (value != null) {
            masked.add(field);
        }
    }

    private static Views.MerchantView merchant(NewCase.Merchant m) {
        return new Views.MerchantView(m.name(), m.uscc(), m.address(), m.regionCode(), m.type(), m.phone());
    }

    private Views.RouteView route(NewCase.Route route) {
        return new Views.RouteView(
                route.articles(),
                route.reason(),
                route.candidates().stream().map(this::agency).toList());
    }

    Views.AgencyRef agency(String code) {
        return new Views.AgencyRef(
                code, agencies.find(code).map(org.fangxin.region.Agency::name).orElse(code));
    }

    private static List<Views.PersonRef> persons(Collection<String> ids, Map<String, String> names) {
        return ids.stream()
                .map(id -> new Views.PersonRef(id, names.getOrDefault(id, id)))
                .toList();
    }

    static List<String> ids(List<Act> acts) {
        return acts.stream().map(Act::id).toList();
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
