package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/** What an officer or a merchant's person was writing, kept for who wrote it alone. */
@RestController
@RequestMapping("/api/v1/drafts/{key}")
@Tag(name = "drafts", description = "草稿：只有本人看得到")
class DraftController {
    private static final Role[] WRITERS =
            Stream.concat(Role.OFFICERS.stream(), Stream.of(Role.RESPONDENT)).toArray(Role[]::new);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,120}");
    private static final int LARGEST = 64 << 10;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DraftStore drafts;
    private final JsonMapper json;

    DraftController(DraftStore drafts, JsonMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    @Schema(name = "Draft")
    record DraftBody(
            @Nullable JsonNode body,

            @Schema(description = "这个窗口看到的版本；还没有看到过草稿时不填或填 0") @Nullable
            Long version) {}

    @Schema(name = "SavedDraft")
    record SavedDraft(String key, JsonNode body, long version, OffsetDateTime updatedAt) {}

    @Schema(name = "DraftVersion")
    record DraftVersion(long version, OffsetDateTime updatedAt) {}

    @GetMapping
    @Operation(summary = "取回草稿", description = "只取得到本人的；没有、已过期（14 天没有改动）和别人的都是 404。")
    SavedDraft get(@PathVariable String key) {
        return drafts.find(CurrentPerson.require(WRITERS).personId(), checked(key))
                .map(found -> new SavedDraft(key, json.readTree(found.body()), found.version(), at(found)))
                .orElseThrow(Problem::notFound);
    }

    @PutMapping
    @Operation(
            summary = "保存草稿",
            description = "带上看到的版本。另一个窗口先保存了返回 409，current 里是那边的版本和时间，什么都没有覆盖；超过 64 KB 返回 422。"
                    + "办理行为的草稿名为 act:案件编号:行为，办成后自动删除。")
    DraftVersion put(@PathVariable String key, @RequestBody DraftBody draft) {
        String person = CurrentPerson.require(WRITERS).personId();
        if (draft.body() == null) {
            throw Problem.invalid("body", "required", "草稿没有内容。");
        }
        String body = json.writeValueAsString(draft.body());
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Problem.invalid("body", "too-long", "草稿太长，没有保存。最多 64 KB。");
        }
        long seen = draft.version() == null ? 0 : draft.version();
        return drafts.put(person, checked(key), body, seen)
                .map(saved -> new DraftVersion(saved.version(), at(saved)))
                .orElseThrow(() -> otherWindow(person, key));
    }

    private Problem otherWindow(String person, String key) {
        Map<String, Object> extra = drafts.find(person, key)
                .<Map<String, Object>>map(found -> Map.of("current", new DraftVersion(found.version(), at(found))))
                .orElse(Map.of());
        return Problem.conflict("您在另一个窗口也写了这张表，那边先保存了。两边写的都在，请选用一边。", extra);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "丢弃草稿", description = "没有这份草稿也不算错。")
    void delete(@PathVariable String key) {
        drafts.delete(CurrentPerson.require(WRITERS).personId(), checked(key));
    }

    private static OffsetDateTime at(DraftStore.Draft draft) {
        return draft.updatedAt().atZone(ZONE).toOffsetDateTime();
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("key", "format", "草稿的名字只能用字母、数字和 . _ : -，最多 120 个字符。");
        }
        return key;
    }
}
