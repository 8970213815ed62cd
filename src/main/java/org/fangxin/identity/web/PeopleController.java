package org.fangxin.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.CreatePerson;
import org.fangxin.identity.internal.GrantRoles;
import org.fangxin.identity.internal.Issued;
import org.fangxin.identity.internal.ListPeople;
import org.fangxin.identity.internal.ResetFactor;
import org.fangxin.identity.internal.ResetFactor.Reason;
import org.fangxin.identity.internal.ResetPassword;
import org.fangxin.identity.internal.UpdatePerson;
import org.fangxin.identity.web.Paging.Page;
import org.fangxin.identity.web.Views.AccountView;
import org.fangxin.identity.web.Views.HandlerView;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for the administrators, each with their own part, and the list of officers for assigning. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {
    record NewAccountRequest(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 50) String displayName,
            @NotBlank String agency,
            @Nullable Set<Role> roles,
            @Nullable @Size(max = 60) String certificateNo) {}

    record AccountChangeRequest(
            @Nullable @Size(max = 50) String displayName,
            @Nullable String agency,
            @Nullable Boolean active,
            @Nullable @Size(max = 60) String certificateNo) {}

    record AccountRolesRequest(@NotNull Set<@NotNull Role> roles) {}

    record FactorResetRequest(@NotNull Reason reason) {}

    record NewAccountView(AccountView person, String personId, String initialPassword) {}

    record InitialPasswordView(String initialPassword) {}

    record HandlersView(List<HandlerView> items) {}

    private final People people;
    private final ListPeople listPeople;
    private final CreatePerson createPerson;
    private final UpdatePerson updatePerson;
    private final ResetPassword resetPassword;
    private final GrantRoles grantRoles;
    private final ResetFactor resetFactor;
    private final Views views;

    PeopleController(
            People people,
            ListPeople listPeople,
            CreatePerson createPerson,
            UpdatePerson updatePerson,
            ResetPassword resetPassword,
            GrantRoles grantRoles,
            ResetFactor resetFactor,
            Views views) {
        this.people = people;
        this.listPeople = listPeople;
        this.createPerson = createPerson;
        this.updatePerson = updatePerson;
        this.resetPassword = resetPassword;
        this.grantRoles = grantRoles;
        this.resetFactor = resetFactor;
        this.views = views;
    }

    @GetMapping
    Page<AccountView> list(
            @RequestParam(defaultValue = "") @Size(max = 64) String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        SignedIn admin = CurrentPerson.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);
        int size = Paging.limit(limit);
        ListPeople.Found found = listPeople.find(admin, q.strip(), Paging.after(cursor, ""), size + 1);
        return Paging.page(
                found.accounts(),
                size,
                found.total(),
                account -> account.person().username(),
                views::person);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewAccountView create(@Valid @RequestBody NewAccountRequest asked) {
        SignedIn admin = CurrentPerson.require(Role.SYSTEM_ADMIN);
        if (asked.roles() != null && !asked.roles().isEmpty()) {
            throw Problem.invalid("roles", "administrators-apart", "三员分立：系统管理员只建账号，岗位由安全管理员授予。");
        }
        Issued issued = createPerson.create(
                admin,
                asked.username(),
                asked.displayName(),
                asked.agency(),
                Objects.requireNonNullElse(asked.certificateNo(), ""));
        AccountView person = views.person(issued.person(), true, false);
        return new NewAccountView(person, person.personId(), issued.initialPassword());
    }

    @PutMapping("/{personId}")
    AccountView update(@PathVariable String personId, @Valid @RequestBody AccountChangeRequest asked) {
        SignedIn admin = CurrentPerson.require(Role.SYSTEM_ADMIN);
        updatePerson.update(
                admin,
                personId,
                new UpdatePerson.Change(asked.displayName(), asked.agency(), asked.active(), asked.certificateNo()));
        return views.person(listPeople.one(admin, personId));
    }

    @PostMapping("/{personId}/reset-password")
    InitialPasswordView resetPassword(@PathVariable String personId) {
        SignedIn admin = CurrentPerson.require(Role.SYSTEM_ADMIN);
        return new InitialPasswordView(resetPassword.reset(admin, personId).initialPassword());
    }

    @PutMapping("/{personId}/roles")
    AccountView grant(@PathVariable String personId, @Valid @RequestBody AccountRolesRequest asked) {
        SignedIn admin = CurrentPerson.require(Role.SECURITY_ADMIN);
        grantRoles.toPerson(admin, personId, asked.roles());
        return views.person(listPeople.one(admin, personId));
    }

    @PostMapping("/{personId}/reset-second-factor")
    AccountView resetSecondFactor(@PathVariable String personId, @Valid @RequestBody FactorResetRequest asked) {
        SignedIn admin = CurrentPerson.require(Role.SECURITY_ADMIN);
        resetFactor.reset(admin, personId, asked.reason());
        return views.person(listPeople.one(admin, personId));
    }

    /** Colleagues of the own subtree, to whom a case can be assigned. */
    @GetMapping("/handlers")
    HandlersView handlers(@RequestParam(required = false) @Nullable String agency) {
        SignedIn officer = CurrentPerson.require(Role.OFFICERS.toArray(Role[]::new));
        String subtree = agency == null || agency.isBlank() ? officer.agencyCode() : agency.strip();
        return new HandlersView(
                people.officers(subtree).stream().map(views::handler).toList());
    }
}
