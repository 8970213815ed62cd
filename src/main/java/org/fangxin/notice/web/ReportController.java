package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fangxin.notice.internal.DeliveryReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an SMS gateway says whether a message arrived. */
@RestController
@RequestMapping("/api/v1/notice-reports")
@Tag(name = "notices")
class ReportController {
    private final DeliveryReports reports;

    ReportController(DeliveryReports reports) {
        this.reports = reports;
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
