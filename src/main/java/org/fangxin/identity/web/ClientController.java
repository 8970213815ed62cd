package org.fangxin.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.GrantRoles;
import org.fangxin.identity.internal.Programs;
import org.fangxin.identity.web.Views.ClientView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programs that come with OAuth2 client credentials: made by the system administrator, given roles by the security one. */
@RestController
@RequestMapping("/api/v1/clients")
class ClientController {
    /** {@code roles} are asked for here and take effect when the security administrator grants them. */
    record NewClientRequest(
            @NotBlank @Size(max = 50) String displayName,
            @NotBlank String agency,
            @Nullable Set<Role> roles) {}

    record ClientRolesRequest(@NotNull Set<@NotNull Role> roles) {}

    record NewClientView(String clientId, String clientSecret, ClientView client) {}

    record ClientsView(List<ClientView> items) {}

    private final Programs programs;
    private final GrantRoles grantRoles;
    private final Views views;

    ClientController(Programs programs, GrantRoles grantRoles, Views views) {
        this.programs = programs;
        this.grantRoles = grantRoles;
        this.views = views;
    }

    @GetMapping
    ClientsView list() {
        SignedIn admin = CurrentPerson.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);
        return new ClientsView(programs.list(admin).stream().map(views::program).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewClientView create(@Valid @RequestBody NewClientRequest asked) {
        SignedIn admin = CurrentPerson.require(Role.SYSTEM_ADMIN);
        Set<Role> wanted = asked.roles() == null ? Set.of() : asked.roles();
        Programs.Issued issued = programs.create(admin, asked.displayName(), asked.agency(), wanted);
        ClientView program = views.program(issued.program());
        return new NewClientView(program.clientId(), issued.secret(), program);
    }

    @PutMapping("/{clientId}/roles")
    ClientView grant(@PathVariable String clientId, @Valid @RequestBody ClientRolesRequest asked) {
        SignedIn admin = CurrentPerson.require(Role.SECURITY_ADMIN);
        return views.program(grantRoles.toProgram(admin, clientId, asked.roles()));
    }

    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String clientId) {
        programs.remove(CurrentPerson.require(Role.SYSTEM_ADMIN), clientId);
    }
}
