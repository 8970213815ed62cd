package org.fangxin.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.store.Presence;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who else is at the case: a courtesy, not a lock. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}/presence")
@Tag(name = "cases", description = "案件：工作台与案件页")
class PresenceController {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);

    @Schema(name = "Here")
    record Here(
            @Schema(description = "正在填写的办理行为；只是查看时不填") @Nullable
            String act) {}

    @Schema(name = "Present")
    record Present(
            @Nullable String displayName,
            @Nullable String act,
            @Nullable String actLabel,
            OffsetDateTime since) {}

    @Schema(name = "PresentOthers")
    record Others(List<Present> others) {}

    private final Presence presence;
    private final People people;

    PresenceController(Presence presence, People people) {
        this.presence = presence;
        this.people = people;
    }

    @PutMapping
    @Operation(
            summary = "我在看这件，或者正在填写一步；返回还有谁在",
            description = "每 15 秒说一次，45 秒没有说就算离开。只有看得到这件的人才看得到谁在，看不到的返回 404。只是提示，不锁定案件。")
    Others here(@PathVariable String caseNo, @RequestBody(required = false) @Nullable Here here) {
        String person = CurrentPerson.require(OFFICERS).personId();
        List<Presence.Other> others = presence.at(caseNo, person, act(here));
        Map<String, String> names = people.displayNames(
                others.stream().map(Presence.Other::personId).toList());
        return new Others(others.stream().map(one -> present(one, names)).toList());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "我离开了这件", description = "本来不在、或者已经看不到这件，也不算错。")
    void left(@PathVariable String caseNo) {
        presence.left(caseNo, CurrentPerson.require(OFFICERS).personId());
    }

    private static @Nullable Act act(@Nullable Here here) {
        String id = here == null ? null : here.act();
        return id == null
                ? null
                : Act.byId(id).orElseThrow(() -> Problem.invalid("act", "unknown", "没有“" + id + "”这个办理行为。"));
    }

    private static Present present(Presence.Other one, Map<String, String> names) {
        Act act = one.act();
        return new Present(
                names.get(one.personId()),
                act == null ? null : act.id(),
                act == null ? null : act.label(),
                one.since().atZone(Fields.ZONE).toOffsetDateTime());
    }
}
