package org.fangxin.greenchannel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.fangxin.greenchannel.internal.MerchantRoom;
import org.fangxin.mediation.MediationRooms.Pass;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the merchant's desk into the online room: the sign-in stands for link and PIN. */
@RestController
@RequestMapping("/api/v1/merchant/items/{caseNo}/mediation-room")
@Tag(name = "merchant", description = "商家端：收件、答复、方案")
class MerchantRoomController {
    @Schema(name = "MerchantRoomAwaits", description = "until: null when no open room awaits the merchant")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Awaits(@Nullable OffsetDateTime until) {}

    @Schema(name = "MerchantRoomPass", description = "to be sent as X-Mediation-Pass with every call of the room")
    record Entered(String pass, String side, OffsetDateTime expiresAt) {}

    private final MerchantRoom room;

    MerchantRoomController(MerchantRoom room) {
        this.room = room;
    }

    @GetMapping
    @Operation(summary = "有没有等本店参加的网上调解室")
    Awaits merchantRoom(@PathVariable String caseNo) {
        return new Awaits(room.awaits(caseNo).map(TalkViews::local).orElse(null));
    }

    @PostMapping("/pass")
    @Operation(summary = "从商家端进入网上调解室", description = "404 when none awaits the merchant.")
    Entered enterFromDesk(@PathVariable String caseNo) {
        Pass pass = room.admit(caseNo);
        return new Entered(pass.secret(), pass.side().name(), TalkViews.local(pass.expiresAt()));
    }
}
