package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.fangxin.greenchannel.internal.Figures;
import org.fangxin.greenchannel.internal.Invitations;
import org.fangxin.greenchannel.internal.MemberPeople;
import org.fangxin.greenchannel.internal.MemberPromise;
import org.fangxin.greenchannel.internal.MerchantDoor;
import org.fangxin.greenchannel.internal.MerchantDoor.Visitor;
import org.fangxin.greenchannel.internal.Own;
import org.fangxin.greenchannel.store.AccountStore.Kind;
import org.fangxin.greenchannel.store.ItemStore.Period;
import org.fangxin.greenchannel.web.MemberViews.InvitedView;
import org.fangxin.greenchannel.web.MemberViews.PeopleView;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The merchant about itself: profile, figures, who acts for it; and how somebody comes in by an invitation. */
@RestController
@RequestMapping("/api/v1/merchant")
@Tag(name = "merchant", description = "商家端：收件、答复、方案")
class MerchantPeopleController {
    private final MerchantDoor door;
    private final MemberPeople people;
    private final Invitations invitations;
    private final Figures figures;
    private final MemberPromise promise;
    private final Agencies agencies;
    private final Own own;

    MerchantPeopleController(
            MerchantDoor door,
            MemberPeople people,
            Invitations invitations,
            Figures figures,
            MemberPromise promise,
            Agencies agencies,
            Own own) {
        this.door = door;
        this.people = people;
        this.invitations = invitations;
        this.figures = figures;
        this.promise = promise;
        this.agencies = agencies;
        this.own = own;
    }

    /** {@code first}: invites substitutes. */
    @Schema(name = "MerchantProfile")
    record ProfileView(
            String name, String uscc, String agency, String state, int days, LocalDate joinedOn, boolean first) {}

    @Schema(name = "MerchantDates")
    record DatesRequest(
            @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}

    @Schema(name = "MerchantInvitationRequest")
    record TokenRequest(@Nullable String token) {}

    @Schema(name = "MerchantInvitation")
    record OpenView(
            String merchant,
            Kind kind,
            OffsetDateTime expiresAt,
            @Nullable LocalDate validTo) {}

    @Schema(name = "MerchantAccountRequest")
    record AccountRequest(
            @Nullable String token,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String password) {}

    @GetMapping
    @Operation(summary = "本店的资料和承诺")
    ProfileView merchantProfile() {
        Visitor visitor = door.require();
        var member = visitor.member();
        return new ProfileView(
                member.name(),
                member.uscc(),
                agencies.find(member.agencyCode()).map(Agency::name).orElse(member.agencyCode()),
                member.state().name(),
                promise.days(member),
                member.joinedOn(),
                visitor.first());
    }

    @GetMapping("/figures")
    @Operation(summary = "本店的先行和解率、首次答复天数、守约率；与监管部门看到的相同")
    Figures.MerchantFigures merchantFigures(
            @Parameter(description = "转给商家的日期，从哪天起；不填不限") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "到哪天止，含当天；不填不限") @RequestParam(required = false) @Nullable LocalDate to) {
        Visitor visitor = door.require();
        return own.person(visitor.personId(), () -> figures.of(visitor.member().memberId(), new Period(from, to)));
    }

    @GetMapping("/people")
    @Operation(summary = "谁在用本店的账号")
    PeopleView merchantPeople() {
        return MemberViews.people(people.of(door.require()));
    }

    @PostMapping("/people")
    @Operation(summary = "邀请替班人；链接只显示这一次")
    @ResponseStatus(HttpStatus.CREATED)
    InvitedView inviteSubstitute(@RequestBody DatesRequest asked) {
        return MemberViews.invited(people.inviteSubstitute(door.requireFirst(), asked.validFrom(), asked.validTo()));
    }

    @PutMapping("/people/{personId}")
    @Operation(summary = "改替班的起止日期")
    PeopleView dateSubstitute(@PathVariable String personId, @RequestBody DatesRequest asked) {
        Visitor first = door.requireFirst();
        people.date(first, personId, asked.validFrom(), asked.validTo());
        return MemberViews.people(people.of(first));
    }

    @DeleteMapping("/people/{personId}")
    @Operation(summary = "停用替班人的账号")
    PeopleView closeSubstitute(@PathVariable String personId) {
        Visitor first = door.requireFirst();
        people.closeSubstitute(first, personId);
        return MemberViews.people(people.of(first));
    }

    @PostMapping("/invitation")
    @Operation(summary = "看邀请链接还能不能用")
    OpenView lookAtInvitation(@RequestBody TokenRequest asked) {
        Invitations.Open open = invitations.look(String.valueOf(asked.token()));
        return new OpenView(open.memberName(), open.kind(), TalkViews.local(open.expiresAt()), open.validTo());
    }

    @PostMapping("/invitation/acceptance")
    @Operation(summary = "用邀请链接开账号，自己定用户名和密码")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void openMerchantAccount(@RequestBody AccountRequest asked) {
        invitations.accept(
                String.valueOf(asked.token()),
                typed(asked.username()),
                typed(asked.displayName()),
                typed(asked.password()));
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value;
    }
}
