package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fangxin.notice.internal.DeliveryReports;
import org.fangxin.notice.internal.MailReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an SMS gateway says whether a message arrived, and a mail server what came back. */
@RestController
@RequestMapping("/api/v1/notice-reports")
@Tag(name = "notices")
class ReportController {
    private final DeliveryReports reports;
    private final MailReports mails;

    ReportController(DeliveryReports reports, MailReports mails) {
        this.reports = reports;
        this.mails = mails;
    }

    @PostMapping("/mail")
    @Operation(
            summary = "邮件退信（凭令牌）",
            description =
                    "A mail that came back, whole, as the mail server has it (RFC 3464); found by the Message-ID that it"
                            + " quotes. Delays change nothing. The token in X-Report-Token.")
    ResponseEntity<Void> mail(
            @RequestHeader(value = "X-Report-Token", required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] mail) {
        mails.take(token, mail == null ? new byte[0] : mail);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/sms")
    @Operation(
            summary = "短信网关送达报告（凭令牌）",
            description =
                    "Delivery reports of the SMS gateway; the token in X-Report-Token, or in the address for gateways"
                            + " that cannot send headers.")
    ResponseEntity<String> sms(
            @RequestHeader(value = "X-Report-Token", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String token,
            @RequestBody(required = false) @Nullable String body) {
        reports.take(header == null ? token : header, body == null ? "" : body);
        return ResponseEntity.ok("{\"code\":0}");
    }
}
