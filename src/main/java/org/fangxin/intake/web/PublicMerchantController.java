package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.internal.RateLimits.Call;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Helps the public to name a business as it is registered. */
@RestController
@RequestMapping("/api/v1/public/merchants")
@Tag(name = "merchants", description = "经营主体")
class PublicMerchantController {
    private static final int MOST = 8;
    private static final int LONGEST = 100;

    private final Merchants merchants;
    private final RateLimits limits;

    PublicMerchantController(Merchants merchants, RateLimits limits) {
        this.merchants = merchants;
        this.limits = limits;
    }

    @Schema(name = "PublicMerchant", description = "as the registry publishes it")
    record PublicMerchant(
            @Nullable String uscc,
            String name,
            List<String> aliases,
            @Nullable String address,
            @Nullable String regionCode,
            String statusLabel) {
        static PublicMerchant of(MarketEntity one) {
            return new PublicMerchant(
                    one.uscc(),
                    one.name(),
                    one.aliases(),
                    one.address(),
                    one.regionCode(),
                    one.status().chinese());
        }
    }

    @Schema(name = "PublicMerchants")
    record Found(List<PublicMerchant> items) {}

    @GetMapping
    @Operation(summary = "按名称、拼音首字母或者信用代码找商家，最多 8 家；公开的登记信息")
    Found lookUpMerchants(
            @RequestParam String q,
            @Parameter(description = "行政区划代码，这个地方的排在前面") @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        limits.address(Call.LOOK_UP, Caller.address(request));
        if (q.length() > LONGEST) {
            throw Problem.invalid("q", "too-long", "请写短一些，100 字以内。");
        }
        return new Found(merchants.search(q, region, MOST).stream()
                .map(PublicMerchant::of)
                .toList());
    }
}
