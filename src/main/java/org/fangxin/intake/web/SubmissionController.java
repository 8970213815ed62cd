package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.fangxin.casefile.Phones;
import org.fangxin.intake.Origin;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.Submit;
import org.fangxin.intake.TextReader;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.internal.RateLimits.Call;
import org.fangxin.intake.internal.form.Texts;
import org.fangxin.intake.store.Macs;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main job: a submission comes in. */
@RestController
@RequestMapping("/api/v1/submissions")
@Tag(name = "submissions", description = "来件：提交、查询进度、补充、撤回")
class SubmissionController {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final Submit submit;
    private final TextReader reader;
    private final RateLimits limits;
    private final Macs macs;

    SubmissionController(Submit submit, TextReader reader, RateLimits limits, Macs macs) {
        this.submit = submit;
        this.reader = reader;
        this.limits = limits;
        this.macs = macs;
    }

    /** What a text is about. */
    @Schema(name = "SuggestRequest")
    record SuggestRequest(@Nullable String content) {}

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "提交投诉、举报、咨询或建议；查询码只出现这一次")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    ResponseEntity<String> submit(
            @RequestBody SubmissionForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Origin origin = Caller.origin();
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.invalid("Idempotency-Key", "length", "Idempotency-Key 应为 1 至 200 个字符。");
        }
        if (!origin.desk()) {
            limit(form, request);
        }
        String answer = submit.submitOnce(form, origin, key);
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    @PostMapping("/suggest")
    @Operation(summary = "从文字看是哪一类、什么商品、什么问题，并说明依据哪些词或者与哪一句样例意思最近")
    TextReader.Reading suggest(@RequestBody SuggestRequest asked, HttpServletRequest request) {
        limits.address(Call.SUGGEST, Caller.address(request));
        String text = Texts.story(asked.content());
        if (Texts.length(text) > LONGEST_TEXT) {
            throw Problem.invalid("content", "too-long", "文字最多 20,000 字。");
        }
        return reader.readDeeply(text);
    }

    private void limit(SubmissionForm form, HttpServletRequest request) {
        limits.address(Call.SUBMIT, Caller.address(request));
        SubmissionForm.Person person = form.person();
        String phone = person == null ? null : Texts.line(person.phone());
        if (phone != null) {
            limits.phone(HexFormat.of().formatHex(macs.lasting("LIMIT-PHONE", Phones.normal(phone))));
        }
    }
}
