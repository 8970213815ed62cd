package org.fangxin.law.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.database.Scope;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.Setting;
import org.fangxin.law.internal.LiveSettings;
import org.fangxin.law.internal.SettingDesk;
import org.fangxin.law.internal.SettingValue;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the law is silent: our default and why, and what an agency chose. */
@RestController
@RequestMapping("/api/v1/law/settings")
@Tag(name = "law")
class SettingController {
    private final LiveSettings settings;
    private final SettingDesk desk;
    private final AuditLog audit;

    SettingController(LiveSettings settings, SettingDesk desk, AuditLog audit) {
        this.settings = settings;
        this.desk = desk;
        this.audit = audit;
    }

    @Schema(name = "LawSettingOption")
    record Option(String code, String label) {}

    /** @param point number of the silent point; 0 for the length of a service promise */
    @Schema(name = "LawSetting")
    record View(
            String id,
            int point,
            Setting.Kind kind,
            String title,
            String standard,
            String value,
            boolean fixed,
            List<Option> options,
            Setting.@Nullable Range range,
            List<String> articles,
            String why,

            @Schema(description = "Agency code to the value chosen there; empty code: the nation")
            Map<String, String> choices) {}

    @Schema(name = "LawSettings")
    record Views(String agency, List<View> items, int total) {}

    /** @param value null to go back to what the agency above has, or the default */
    @Schema(name = "LawSettingChange")
    record Change(@Nullable String agency, @Nullable String value) {}

    @GetMapping
    @Operation(summary = "All settings with defaults, options and reasons, and the values that hold for an agency")
    Views all(@RequestParam(defaultValue = "") String agency) {
        String code = AgencyCode.of(agency);
        List<View> items =
                settings.all().stream().map(setting -> view(setting, code)).toList();
        return new Views(code, items, items.size());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Choose a value for an agency's subtree (system administrator of it)")
    View choose(@PathVariable String id, @RequestBody Change change) {
        SignedIn person = CurrentPerson.require(Role.SYSTEM_ADMIN);
        Setting setting = settings.find(id).orElseThrow(Problem::notFound);
        String agency = AgencyCode.of(Objects.requireNonNullElse(change.agency(), person.agencyCode()));
        if (!within(person, agency)) {
            throw Problem.notFound();
        }
        if (change.value() != null) {
            SettingValue.fault(setting, change.value()).ifPresent(fault -> {
                throw Problem.invalid("value", "not-an-option", fault);
            });
        }
        desk.choose(
                id,
                agency,
                change.value(),
                person.personId(),
                () -> audit.record("SETTING_CHANGE", id, "agency=" + agency));
        return view(setting, agency);
    }

    private static boolean within(SignedIn person, String agency) {
        return Scope.subtree(person.agencyCode(), person.personId(), Scope.Reports.NONE)
                .covers(agency);
    }

    private View view(Setting setting, String agency) {
        return new View(
                setting.id(),
                setting.point(),
                setting.kind(),
                setting.title(),
                setting.standard(),
                settings.value(setting.id(), agency),
                setting.fixed(),
                setting.options().entrySet().stream()
                        .map(option -> new Option(option.getKey(), option.getValue()))
                        .toList(),
                setting.range(),
                setting.articles(),
                setting.why(),
                settings.choices(setting.id()));
    }
}
