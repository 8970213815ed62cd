package org.fangxin.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.knowledge.Rating;
import org.fangxin.knowledge.internal.Ratings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether an answer helped: said by officers, read by who keeps the article. */
@RestController
@RequestMapping("/api/v1/knowledge/{id}")
@Tag(name = "knowledge")
class RatingController {
    private static final Role[] READERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] WRITERS = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER
    };

    private final Ratings ratings;

    RatingController(Ratings ratings) {
        this.ratings = ratings;
    }

    @Schema(name = "KnowledgeRating", description = "helpful：有用 true、没用 false；remark 可以不写，最长 200 字，不写电话和证件号码")
    record Rated(
            @Nullable Integer version,
            @Nullable Boolean helpful,
            @Nullable String remark) {}

    @Schema(name = "KnowledgeRemark")
    record RemarkView(int version, LocalDate day, boolean fromPublic, boolean helpful, String remark) {}

    @Schema(name = "KnowledgeRemarks")
    record Remarks(List<RemarkView> items) {}

    @PostMapping("/ratings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "说一条答复有用或者没用", description = "只记次数和留的话，不记是谁。看不到的条目 404；缺项、太长或者写了号码 422。")
    void rateKnowledge(@PathVariable long id, @RequestBody Rated body) {
        String agency = CurrentPerson.require(READERS).agencyCode();
        ratings.rate(id, Rating.of(body.version(), body.helpful(), body.remark()), agency, false);
    }

    @GetMapping("/remarks")
    @Operation(summary = "群众和工作人员评价时留的话，新的在前，最多 100 条", description = "不是本机关管的 404。")
    Remarks knowledgeRemarks(@PathVariable long id) {
        return new Remarks(ratings.remarks(CurrentPerson.require(WRITERS), id).stream()
                .map(one -> new RemarkView(one.version(), one.day(), one.fromPublic(), one.helpful(), one.body()))
                .toList());
    }
}
