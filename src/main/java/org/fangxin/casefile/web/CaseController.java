package org.fangxin.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseReadings;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.casefile.store.Briefs;
import org.fangxin.casefile.store.CaseReading;
import org.fangxin.casefile.store.Narrowing;
import org.fangxin.casefile.store.Worklist;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worklist and the case page. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "案件：工作台与案件页")
class CaseController {
    private static final int MOST = 200;

    private final Worklist worklist;
    private final CaseReading reading;
    private final Briefs briefs;
    private final Narrowing narrowing;
    private final CaseViews views;
    private final InstantSource clock;
    private final ObjectProvider<CaseReadings> readings;

    CaseController(
            Worklist worklist,
            CaseReading reading,
            Briefs briefs,
            Narrowing narrowing,
            CaseViews views,
            InstantSource clock,
            ObjectProvider<CaseReadings> readings) {
        this.worklist = worklist;
        this.reading = reading;
        this.briefs = briefs;
        this.narrowing = narrowing;
        this.views = views;
        this.clock = clock;
        this.readings = readings;
    }

    @GetMapping
    @Operation(summary = "工作台：本人权限范围内的案件，按时限从急到缓")
    Views.CaseList list(
            @Parameter(description = "open、toDecide（待受理）、toVerify（待核查）、toAnswer（待答复）、waiting、closed 或 all")
                    @RequestParam(required = false)
                    @Nullable
                    String view,
            @Parameter(description = "mine（我承办的）、team（本机关或者本所的，不含下级）或 agency（本机关及下级，默认）")
                    @RequestParam(required = false)
                    @Nullable
                    String queue,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String agency,
            @Parameter(description = "承办人 id、me，或 none（还没有承办人）") @RequestParam(required = false) @Nullable
                    String officer,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String merchant,
            @Parameter(description = "OVERDUE、TODAY 或 NEAR") @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String dueBefore,
            @Parameter(description = "true：只列还欠告知的，办结了的也列") @RequestParam(required = false) @Nullable String owed,
            @Parameter(description = "编号、商家、经过里的字，或者写全的电话、姓名；几个词用空格隔开，都要有。案件多的列表里（全省、全国，或者一千件以上），字母和数字要写整个词，编号写全或者写后几段")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "due（默认）或 received") @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        SignedIn who = CurrentPerson.require();
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "range", "每页条数（limit）应为 1 至 200。");
        }
        WorklistFilter filter = WorklistFilter.of(
                asked(
                        "view",
                        view,
                        "queue",
                        queue,
                        "kind",
                        kind,
                        "stage",
                        stage,
                        "agency",
                        agency,
                        "officer",
                        officer,
                        "category",
                        category,
                        "merchant",
                        merchant,
                        "due",
                        due,
                        "dueBefore",
                        dueBefore,
                        "owed",
                        owed,
                        "q",
                        q),
                actor(who));
        Instant now = clock.instant();
        Worklist.Desk desk = worklist.desk(filter, order(sort), limit, Cursors.read(cursor), now);
        Worklist.Page page = desk.page();
        Narrowing.CaseList list = narrowing.of(page.rows(), briefs.of(page.rows(), actor(who)), actor(who));
        Worklist.Counts c = desk.counts();
        return new Views.CaseList(
                views.items(list.rows(), list.briefs()),
                Cursors.write(page.previous()),
                Cursors.write(page.next()),
                page.total(),
                page.atLeast(),
                new Views.Counts(
                        c.all(),
                        c.toDecide(),
                        c.toVerify(),
                        c.toAnswer(),
                        c.today(),
                        c.overdue(),
                        c.waiting(),
                        c.most()));
    }

    @GetMapping("/{caseNo}")
    @Operation(summary = "一件案件：经过、时间线、时限及理由、可以做的事")
    ResponseEntity<Views.CaseDetail> one(@PathVariable String caseNo) {
        SignedIn who = CurrentPerson.require();
        CaseReading.File file = reading.file(caseNo, actor(who))
                .map(whole -> narrowing.of(whole, actor(who)))
                .orElseThrow(Problem::notFound);
        readings.ifAvailable(one -> one.opened(caseNo, who.personId(), file.version()));
        return ResponseEntity.ok().eTag("\"" + file.version() + "\"").body(views.detail(file));
    }

    static Actor actor(SignedIn who) {
        return Actor.of(who);
    }

    private static Worklist.Sort order(@Nullable String sort) {
        return "received".equals(sort) ? Worklist.Sort.RECEIVED : Worklist.Sort.DUE;
    }

    /** Names and values in turn; a value that was not sent is not there. */
    private static Map<String, String> asked(@Nullable String... pairs) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null) {
                asked.put(Objects.requireNonNull(pairs[i]), value);
            }
        }
        return asked;
    }
}
