package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.internal.RateLimits.Call;
import org.fangxin.intake.internal.form.Texts;
import org.fangxin.knowledge.OpenAnswers;
import org.fangxin.knowledge.OpenAnswers.OpenAnswer;
import org.fangxin.knowledge.Rating;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the knowledge base for everybody. Asked in a body: what people type may hold a name or a number. */
@RestController
@RequestMapping("/api/v1/public/answers")
@Tag(name = "knowledge", description = "知识库：查答复、写条目、发布、撤下")
class PublicAnswerController {
    private static final int LONGEST = 200;

    private final OpenAnswers answers;
    private final RateLimits limits;

    PublicAnswerController(OpenAnswers answers, RateLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    @Schema(name = "PublicQuestion", description = "region 是县区代码，可以不填；question 空着给出全部")
    record Question(@Nullable String question, @Nullable String region) {}

    @Schema(name = "PublicAnswers", description = "按问题和条目的相近程度排列")
    record Answers(List<OpenAnswer> items) {}

    @Schema(name = "PublicAnswerRating", description = "helpful：有用 true、没用 false；remark 可以不写，最长 200 字，不写电话和证件号码")
    record Rated(
            @Nullable Integer version,
            @Nullable Boolean helpful,
            @Nullable String remark,
            @Nullable String region) {}

    @PostMapping("/{id}/ratings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "说一条答复有用或者没用", description = "只记次数和留的话，不记是谁。没有公开的条目 404；缺项、太长或者写了号码 422；太频繁 429。")
    void ratePublic(@PathVariable long id, @RequestBody Rated body, HttpServletRequest request) {
        limits.address(Call.LOOK_UP, Caller.address(request));
        answers.rate(
                id,
                Rating.of(body.version(), body.helpful(), body.remark()),
                body.region() == null ? "" : body.region().strip());
    }

    @PostMapping
    @Operation(summary = "公开的问答，按意思和字词找", description = "问题最长 200 字，否则 422；太频繁 429。问题不保存。")
    Answers askPublic(@RequestBody Question asked, HttpServletRequest request) {
        limits.address(Call.LOOK_UP, Caller.address(request));
        String question = asked.question() == null ? "" : asked.question().strip();
        if (Texts.length(question) > LONGEST) {
            throw Problem.invalid("question", "too-long", "问题最多写 200 字，请写短一些。");
        }
        return new Answers(answers.find(
                question, asked.region() == null ? "" : asked.region().strip()));
    }
}
