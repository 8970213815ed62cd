package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.internal.Figures;
import org.fangxin.greenchannel.internal.Inbox;
import org.fangxin.greenchannel.internal.MemberPeople;
import org.fangxin.greenchannel.internal.MemberPromise;
import org.fangxin.greenchannel.internal.Own;
import org.fangxin.greenchannel.internal.Register;
import org.fangxin.greenchannel.store.ItemStore.Part;
import org.fangxin.greenchannel.store.ItemStore.Period;
import org.fangxin.greenchannel.web.MemberViews.InvitedView;
import org.fangxin.greenchannel.web.MemberViews.ItemView;
import org.fangxin.greenchannel.web.MemberViews.MemberView;
import org.fangxin.greenchannel.web.MemberViews.PeopleView;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
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

/** The agency's page of members: heads keep it, handlers invite, every officer reads. */
@RestController
@RequestMapping("/api/v1/green-channel/members")
@Tag(name = "green-channel", description = "绿色通道：会员商家、先行协商")
class MemberController {
    private static final Role[] READ = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] INVITE = {Role.HANDLER, Role.UNIT_HEAD, Role.LEADER};
    private static final Role[] KEEP = {Role.UNIT_HEAD, Role.LEADER};

    private final Register register;
    private final MemberPeople people;
    private final Inbox inbox;
    private final Figures figures;
    private final MemberPromise promise;
    private final Own own;

    MemberController(
            Register register, MemberPeople people, Inbox inbox, Figures figures, MemberPromise promise, Own own) {
        this.register = register;
        this.people = people;
        this.inbox = inbox;
        this.figures = figures;
        this.promise = promise;
        this.own = own;
    }

    /** {@code days}: its own promise in working days; left out, the agency's counts. {@code version}: of a change. */
    @Schema(name = "GreenMemberRequest")
    record MemberRequest(
            @Nullable String name,
            @Nullable List<@Nullable String> aliases,
            @Nullable String uscc,
            @Nullable String regionCode,
            @Nullable String address,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable Integer days,
            @Nullable Long version) {
        Register.Typing typing() {
            List<String> others = aliases == null
                    ? List.of()
                    : aliases.stream().filter(Objects::nonNull).toList();
            return new Register.Typing(name, others, uscc, regionCode, address, contactName, contactPhone, days);
        }
    }

    @Schema(name = "GreenMemberState")
    record StateRequest(
            Member.@Nullable State state, @Nullable Long version) {}

    @Schema(name = "GreenMembers")
    record MembersView(List<MemberView> items) {}

    @Schema(name = "GreenMemberPage")
    record MemberPage(MemberView member, PeopleView people, Figures.MerchantFigures figures) {}

    @Schema(name = "GreenMemberItems")
    record MemberItems(List<ItemView> items) {}

    @GetMapping
    @Operation(summary = "绿色通道商家名单；按名称、别名或代码找")
    MembersView members(@RequestParam(defaultValue = "") String q) {
        CurrentPerson.require(READ);
        return new MembersView(register.search(q).stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记一家商家加入绿色通道")
    MemberView joinMember(@RequestBody MemberRequest asked) {
        return view(register.join(CurrentPerson.require(KEEP), asked.typing()));
    }

    @GetMapping("/{memberId}")
    @Operation(summary = "一家商家：资料、账号、指标")
    MemberPage member(
            @PathVariable String memberId,
            @Parameter(description = "转给商家的日期，从哪天起；不填不限") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "到哪天止，含当天；不填不限") @RequestParam(required = false) @Nullable LocalDate to) {
        CurrentPerson.require(READ);
        Member member = require(memberId);
        return new MemberPage(
                view(member),
                MemberViews.people(people.of(memberId)),
                own.caller(() -> figures.of(memberId, new Period(from, to))));
    }

    @PutMapping("/{memberId}")
    @Operation(summary = "改商家的资料和承诺天数")
    MemberView changeMember(@PathVariable String memberId, @RequestBody MemberRequest asked) {
        SignedIn officer = CurrentPerson.require(KEEP);
        require(memberId);
        return view(register.change(officer, memberId, version(asked.version()), asked.typing()));
    }

    @PutMapping("/{memberId}/state")
    @Operation(summary = "暂停、恢复或退出；退出即停用全部账号，未了的转市场监管部门")
    MemberView changeMembership(@PathVariable String memberId, @RequestBody StateRequest asked) {
        SignedIn officer = CurrentPerson.require(KEEP);
        require(memberId);
        if (asked.state() == null) {
            throw Problem.invalid("state", "required", "请选在用、暂停还是退出。");
        }
        return view(register.become(officer, memberId, version(asked.version()), asked.state()));
    }

    @PostMapping("/{memberId}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "给商家一个开账号的链接；只显示这一次，七天内有效")
    InvitedView inviteMerchant(@PathVariable String memberId) {
        SignedIn officer = CurrentPerson.require(INVITE);
        return MemberViews.invited(people.inviteFirst(officer, memberId));
    }

    @DeleteMapping("/{memberId}/accounts/{personId}")
    @Operation(summary = "停用商家的一个账号；记录保留")
    PeopleView closeMerchantAccount(@PathVariable String memberId, @PathVariable String personId) {
        SignedIn officer = CurrentPerson.require(INVITE);
        people.close(officer, memberId, personId);
        return MemberViews.people(people.of(memberId));
    }

    @GetMapping("/{memberId}/items")
    @Operation(summary = "指标背后的案件；只列有权看的")
    MemberItems memberItems(
            @PathVariable String memberId,
            @RequestParam(defaultValue = "ALL") Part part,
            @Parameter(description = "转给商家的日期，从哪天起；不填不限") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "到哪天止，含当天；不填不限") @RequestParam(required = false) @Nullable LocalDate to) {
        CurrentPerson.require(READ);
        require(memberId);
        return new MemberItems(inbox.ofMember(memberId, part, new Period(from, to)).stream()
                .map(MemberViews::item)
                .toList());
    }

    private Member require(String memberId) {
        return register.find(memberId).orElseThrow(Problem::notFound);
    }

    private MemberView view(Member member) {
        SignedIn officer = CurrentPerson.require(READ);
        boolean reaches = Arrays.stream(INVITE).anyMatch(officer::has);
        return MemberViews.member(member, promise.days(member), reaches);
    }

    private static long version(@Nullable Long version) {
        if (version == null) {
            throw Problem.invalid("version", "required", "请刷新后再改。");
        }
        return version;
    }
}
