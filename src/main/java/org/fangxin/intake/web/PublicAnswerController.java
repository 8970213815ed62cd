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
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
