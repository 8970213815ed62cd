package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.ReporterVault;
import org.fangxin.intake.Submission;
import org.fangxin.intake.store.VaultStore.Reporter;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who reported: for the keeper of identities, with a purpose that is written down. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}/reporter")
@Tag(name = "reporter", description = "举报人身份：只给身份保管员，逐次记录")
class ReporterController {
    private final ReporterVault vault;

    ReporterController(ReporterVault vault) {
        this.vault = vault;
    }

    @Schema(name = "ReporterRequest")
    record Asked(@Nullable String purpose) {}

    @Schema(name = "Reporter")
    record Answer(
            boolean anonymous,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String email,
            @Nullable String originalText) {}

    @PostMapping
    @Operation(summary = "读举报人身份；写明用途，记入审计")
    Answer read(@PathVariable String caseNo, @RequestBody Asked asked) {
        SignedIn keeper = CurrentPerson.require(Role.IDENTITY_KEEPER);
        Reporter reporter =
                vault.reveal(caseNo, keeper, String.valueOf(asked.purpose())).orElseThrow(Problem::notFound);
        Submission.Person person = reporter.person();
        return new Answer(
                person.anonymous(),
                person.name(),
                person.phone(),
                person.idNumber(),
                person.address(),
                person.email(),
                reporter.originalText());
    }
}
