package org.fangxin.region.web;

import java.util.List;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.region.Division;
import org.fangxin.region.internal.AgencyAdministration;
import org.fangxin.region.internal.OfficeAdministration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The system administrator keeps the offices (所): names, streets, address aliases. */
@RestController
@RequestMapping("/api/v1/agencies/{code}")
class OfficeController {
    private final AgencyAdministration agencies;
    private final OfficeAdministration offices;

    OfficeController(AgencyAdministration agencies, OfficeAdministration offices) {
        this.agencies = agencies;
        this.offices = offices;
    }

    record AgencyBody(@Nullable String name, @Nullable Boolean active) {}

    record Street(String code, String name) {}

    record Streets(List<Street> items) {}

    record StreetsBody(@Nullable List<@Nullable String> streets) {}

    record Aliases(List<String> items) {}

    record AliasesBody(@Nullable List<@Nullable String> aliases) {}

    /** Renames an agency, takes an office or zone out of the tree, or adds an office to a county. */
    @PutMapping
    AgencyAdministration.Kept save(@PathVariable String code, @RequestBody AgencyBody body) {
        return agencies.save(administrator(), code, body.name(), body.active());
    }

    @GetMapping("/areas")
    Streets areas(@PathVariable String code) {
        return streets(offices.areas(administrator(), code));
    }

    @PutMapping("/areas")
    Streets replaceAreas(@PathVariable String code, @RequestBody StreetsBody body) {
        return streets(offices.replaceAreas(administrator(), code, body.streets()));
    }

    @GetMapping("/aliases")
    Aliases aliases(@PathVariable String code) {
        return new Aliases(offices.aliases(administrator(), code));
    }

    @PutMapping("/aliases")
    Aliases replaceAliases(@PathVariable String code, @RequestBody AliasesBody body) {
        return new Aliases(offices.replaceAliases(administrator(), code, body.aliases()));
    }

    /** The code of the administrator's own agency: only its subtree is his. */
    private static String administrator() {
        return CurrentPerson.require(Role.SYSTEM_ADMIN).agencyCode();
    }

    private static Streets streets(List<Division> divisions) {
        return new Streets(divisions.stream()
                .map(division -> new Street(division.code(), division.name()))
                .toList());
    }
}
