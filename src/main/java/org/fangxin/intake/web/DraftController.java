package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.intake.store.DraftStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an officer was writing, kept for him alone. */
@RestController
@RequestMapping("/api/v1/drafts/{key}")
@Tag(name = "drafts", description = "草稿：只有本人看得到")
class DraftController {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,120}");
    private static final int LARGEST = 64 << 10;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DraftStore drafts;
    private final InstantSource clock;
    private final JsonMapper json;

    DraftController(DraftStore drafts, InstantSource clock, JsonMapper json) {
        this.drafts = drafts;
        this.clock = clock;
        this.json = json;
    }

    @Schema(name = "Draft")
    record DraftBody(@Nullable JsonNode body) {}

    @Schema(name = "SavedDraft")
    record SavedDraft(String key, JsonNode body, OffsetDateTime updatedAt) {}

    @GetMapping
    @Operation(summary = "取回草稿")
    SavedDraft get(@PathVariable String key) {
        return drafts.find(CurrentPerson.require(OFFICERS).personId(), checked(key))
                .map(found -> new SavedDraft(
                        key,
                        json.readTree(found.body()),
                        found.updatedAt().atZone(ZONE).toOffsetDateTime()))
                .orElseThrow(Problem::notFound);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "保存草稿")
    void put(@PathVariable String key, @RequestBody DraftBody draft) {
        String person = CurrentPerson.require(OFFICERS).personId();
        if (draft.body() == null) {
            throw Problem.invalid("body", "required", "草稿没有内容。");
        }
        String body = json.writeValueAsString(draft.body());
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Problem.invalid("body", "too-long", "草稿太长，没有保存。最多 64 KB。");
        }
        drafts.put(person, checked(key), body, clock.instant());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "丢弃草稿")
    void delete(@PathVariable String key) {
        drafts.delete(CurrentPerson.require(OFFICERS).personId(), checked(key));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("key", "format", "草稿的名字只能用字母、数字和 . _ : -，最多 120 个字符。");
        }
        return key;
    }
}
