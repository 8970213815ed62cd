package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.intake.TrackedSubmissions;
import org.fangxin.notice.internal.PhoneCodes;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The complainant shows on the tracking page that the telephone is his. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/phone-code")
@Tag(name = "submissions")
class PhoneCodeController {
    @Schema(name = "PhoneCodeRequest")
    record Request(@Nullable String trackingCode, @Nullable String caseNo) {}

    @Schema(name = "PhoneCodeCheck")
    record Check(
            @Nullable String trackingCode,
            @Nullable String caseNo,
            @Nullable String code) {}

    @Schema(name = "PhoneCodeSent")
    record Sent(int validMinutes) {}

    @Schema(name = "PhoneCodeChecked")
    record Checked(boolean matched) {}

    private final TrackedSubmissions submissions;
    private final PhoneCodes codes;

    PhoneCodeController(TrackedSubmissions submissions, PhoneCodes codes) {
        this.submissions = submissions;
        this.codes = codes;
    }

    @PostMapping
    @Operation(
            summary = "把验证码发到登记的手机，10 分钟内有效",
            description =
                    "Sends a code to the complainant's telephone: ten minutes, five tries, one a minute, five a day.")
    Sent send(@PathVariable String no, @RequestBody Request body, HttpServletRequest request) {
        codes.send(named(body.caseNo()), actor(no, body.trackingCode(), body.caseNo(), request));
        return new Sent((int) PhoneCodes.VALID.toMinutes());
    }

    @PostMapping("/check")
    @Operation(summary = "核对验证码；对的记为身份核验一致", description = "Compares the code; a match is recorded with the case.")
    Checked check(@PathVariable String no, @RequestBody Check body, HttpServletRequest request) {
        Actor actor = actor(no, body.trackingCode(), body.caseNo(), request);
        codes.check(named(body.caseNo()), actor, Objects.requireNonNullElse(body.code(), ""));
        return new Checked(true);
    }

    private Actor actor(String no, @Nullable String code, @Nullable String caseNo, HttpServletRequest request) {
        Actor actor = submissions
                .require(no, code, String.valueOf(request.getRemoteAddr()))
                .get(named(caseNo));
        if (actor == null) {
            throw Problem.invalid("caseNo", "unknown", "这个编号不在您的来件里，请从列表里选。");
        }
        return actor;
    }

    private static String named(@Nullable String caseNo) {
        return caseNo == null ? "" : caseNo.strip();
    }
}
