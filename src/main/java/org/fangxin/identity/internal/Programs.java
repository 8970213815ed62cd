package org.fangxin.identity.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.ClientStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** Programs' accounts: made and removed by the system administrator, given roles by the security administrator. */
@Component
public class Programs {
    /** A program just made, with the secret that is shown this once. */
    public record Issued(Program program, String secret) {}

    private final InScope inScope;
    private final ClientStore clients;
    private final Passwords passwords;
    private final AccountFields fields;
    private final AuditTrail audit;
    private final InstantSource time;

    Programs(
            InScope inScope,
            ClientStore clients,
            Passwords passwords,
            AccountFields fields,
            AuditTrail audit,
            InstantSource time) {
        this.inScope = inScope;
        this.clients = clients;
        this.passwords = passwords;
        this.fields = fields;
        this.audit = audit;
        this.time = time;
    }

    /** Makes a program without any role; {@code wanted} are for the security administrator to grant. */
    public Issued create(SignedIn admin, String displayName, String agencyCode, Set<Role> wanted) {
        Optional<String> objection = RoleRules.objectionForProgram(wanted);
        if (objection.isPresent()) {
            throw Problem.invalid("roles", "roles-apart", objection.get());
        }
        String name = fields.displayName(displayName);
        String agency = fields.ownAgency(admin, agencyCode);
        String secret = Tokens.secret();
        Program program =
                new Program(Tokens.id("c"), passwords.encode(secret), name, agency, Set.of(), wanted, time.instant());
        return inScope.of(admin, () -> {
            clients.insert(program, admin.personId());
            audit.append(
                    Draft.of(admin, "CREATE_PROGRAM").about(program.clientId()).with(List.of("agency=" + agency)));
            return new Issued(program, secret);
        });
    }

    /** Takes the program's access away; tokens that it still holds are refused from now on. */
    public void remove(SignedIn admin, String clientId) {
        inScope.of(admin, () -> {
            if (!clients.remove(clientId, time.instant())) {
                throw Problem.notFound();
            }
            audit.append(Draft.of(admin, "REMOVE_PROGRAM").about(clientId));
            return true;
        });
    }

    public List<Program> list(SignedIn admin) {
        return inScope.of(admin, clients::list);
    }

    /** For the token endpoint and for each call with a token; empty when unknown or removed. */
    public Optional<Program> find(String clientId) {
        return inScope.everywhere(() -> clients.find(clientId));
    }
}
