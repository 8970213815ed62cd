package org.fangxin.identity.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditRecord;
import org.fangxin.identity.internal.ReadAudit;
import org.fangxin.identity.web.Paging.Page;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for the auditor alone, to read. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
    record AuditWho(String personId, @Nullable String displayName) {}

    record AuditEntryView(
            long seq,
            String at,
            AuditWho actor,
            String agencyCode,
            String action,
            String label,
            AuditWho subject,
            String outcome,
            String detail,
            String origin) {}

    record AuditVerdictView(
            boolean intact, long checked, @Nullable Long firstBroken) {}

    private final ReadAudit readAudit;
    private final AuditLog log;
    private final People people;

    AuditController(ReadAudit readAudit, AuditLog log, People people) {
        this.readAudit = readAudit;
        this.log = log;
        this.people = people;
    }

    @GetMapping
    Page<AuditEntryView> list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        SignedIn auditor = CurrentPerson.require(Role.AUDITOR);
        int size = Paging.limit(limit);
        Instant begin = from == null ? Instant.EPOCH : Times.startOf(from);
        Instant end = to == null ? Instant.ofEpochSecond(Integer.MAX_VALUE * 2L) : Times.startOf(to.plusDays(1));
        ReadAudit.Found found = readAudit.find(auditor, begin, end, before(cursor), size + 1, Paging.COUNTED + 1);
        Map<String, String> names = names(found.entries());
        return Paging.page(
                found.entries(), size, found.total(), entry -> Long.toString(entry.seq()), entry -> view(entry, names));
    }

    /** Looks at the whole chain. */
    @GetMapping("/verification")
    AuditVerdictView verify() {
        CurrentPerson.require(Role.AUDITOR);
        AuditLog.Verdict verdict = log.verify();
        return new AuditVerdictView(
                verdict.intact(), verdict.checked(), verdict.firstBroken().orElse(null));
    }

    private Map<String, String> names(List<AuditRecord> entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.addAll(List.of(entry.actor(), entry.subject())));
        Map<String, String> names = new HashMap<>(people.displayNames(ids));
        names.put(People.SYSTEM, Role.SYSTEM.chinese());
        return names;
    }

    private static AuditEntryView view(AuditRecord entry, Map<String, String> names) {
        return new AuditEntryView(
                entry.seq(),
                Times.offset(entry.at()).toString(),
                new AuditWho(entry.actor(), names.get(entry.actor())),
                entry.agencyCode(),
                entry.action(),
                AuditWords.of(entry.action()),
                new AuditWho(entry.subject(), names.get(entry.subject())),
                entry.outcome(),
                entry.detail(),
                entry.origin());
    }

    private static long before(@Nullable String cursor) {
        String key = Paging.after(cursor, Long.toString(Long.MAX_VALUE));
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException mangled) {
            throw Problem.invalid("cursor", "format", "翻页标记不对，请从第一页重新开始。");
        }
    }
}
