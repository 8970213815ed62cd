package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fangxin.cipher.ReporterKey;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.ReporterOpening;
import org.fangxin.intake.ReporterVault;
import org.fangxin.intake.internal.KeeperLock;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who reported: asked for by one officer, opened by the keeper, one field at a time, written down each time (Art. 37). */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "reporter", description = "举报人身份：一人申请、保管员打开，一次一项，逐次记录（第三十七条）")
class ReporterController {
    private static final Role[] ASKERS = {Role.INVESTIGATOR, Role.HANDLER, Role.UNIT_HEAD, Role.LEADER};
    private static final Role[] READERS = {
        Role.INVESTIGATOR, Role.HANDLER, Role.UNIT_HEAD, Role.LEADER, Role.IDENTITY_KEEPER
    };
    private static final int SHORTEST = 12;

    private final ReporterVault vault;
    private final ReporterKey key;
    private final KeeperLock lock;
    private final People people;

    ReporterController(ReporterVault vault, ReporterKey key, KeeperLock lock, People people) {
        this.vault = vault;
        this.key = key;
        this.lock = lock;
        this.people = people;
    }

    @Schema(name = "ReporterOpeningRequest")
    record Asked(
            @Schema(description = "要看的一项：NAME、PHONE、ID_NUMBER、ADDRESS、EMAIL、AGENT、ORIGINAL_TEXT") @Nullable
            String field,

            @Schema(description = "用途：VERIFY 核实线索、TELL_REPORTER 告知、REWARD 奖励、PROTECT 保护") @Nullable
            String purpose) {}

    @Schema(name = "ReporterPassphrase")
    record Passphrase(
            @Schema(description = "保管员的口令；不落盘，不入日志") @Nullable
            String passphrase) {}

    @Schema(name = "ReporterPassphraseChange")
    record Change(
            @Nullable String passphrase,
            @Schema(description = "新口令，至少十二个字") @Nullable String fresh) {}

    @Schema(name = "ReporterOpening")
    record View(
            String openingId,
            String caseNo,
            String field,
            String fieldName,
            String purpose,
            String purposeName,
            @Schema(description = "申请人") String requestedBy,
            Instant requestedAt,

            @Schema(description = "REQUESTED 等候、OPENED 已打开、REFUSED 没有打开")
            String state,

            @Schema(description = "打开或者退回的保管员；等候时为空") @Nullable
            String decidedBy,

            @Nullable Instant decidedAt,

            @Schema(description = "看到几时为止；没有打开时为空") @Nullable
            Instant shownUntil,

            @Schema(description = "是不是本人申请的") boolean own) {}

    @Schema(name = "ReporterOpenings")
    record Page(@Schema(description = "举报人留下的各项；只是有没有，不是内容") List<FieldView> fields, List<View> openings) {}

    @Schema(name = "ReporterFieldName")
    record FieldView(String field, String name) {}

    @Schema(name = "ReporterQueue")
    record Queue(
            @Schema(description = "本机有没有保管员的私钥；只收件的机器没有，打不开")
            boolean opensHere,

            List<View> openings) {}

    @Schema(name = "ReporterValue")
    record Value(
            String field,
            String fieldName,
            @Schema(description = "这一项的内容") String value,
            Instant until) {}

    @GetMapping("/cases/{caseNo}/reporter-openings")
    @Operation(summary = "本件举报人留下哪些项、谁申请看过；不含内容。不是举报的，两样都是空的")
    Page ofCase(@PathVariable String caseNo) {
        SignedIn who = CurrentPerson.require(READERS);
        List<FieldView> fields = vault.fields(caseNo).stream()
                .map(field -> new FieldView(field.name(), field.chinese()))
                .toList();
        return new Page(fields, views(vault.ofCase(caseNo), who));
    }

    @PostMapping("/cases/{caseNo}/reporter-openings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "申请看一项；由另一人（保管员）打开。没有这一项或者没有用途的答 422")
    View ask(@PathVariable String caseNo, @RequestBody Asked asked) {
        SignedIn who = CurrentPerson.require(ASKERS);
        return views(List.of(vault.ask(caseNo, who, asked.field(), asked.purpose())), who)
                .getFirst();
    }

    @GetMapping("/reporter-openings")
    @Operation(summary = "保管员的申请单：等候的在前，其后是最近办过的五十件")
    Queue queue() {
        SignedIn keeper = CurrentPerson.require(Role.IDENTITY_KEEPER);
        return new Queue(key.opensHere(), views(vault.forKeeper(keeper), keeper));
    }

    @PostMapping("/reporter-openings/{openingId}/open")
    @Operation(summary = "保管员凭口令打开这一项，申请人同时能看十分钟。口令不对 422，连错五次 429，自己申请的 422，办过的 409")
    Value open(@PathVariable String openingId, @RequestBody Passphrase sent) {
        SignedIn keeper = CurrentPerson.require(Role.IDENTITY_KEEPER);
        return value(vault.open(openingId, keeper, given(sent.passphrase())));
    }

    @PostMapping("/reporter-openings/{openingId}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "保管员不打开，退回申请")
    void refuse(@PathVariable String openingId) {
        vault.refuse(openingId, CurrentPerson.require(Role.IDENTITY_KEEPER));
    }

    @PostMapping("/reporter-openings/{openingId}/read")
    @Operation(summary = "申请人看已打开的一项；每次记录。还没有打开或者过了时间的答 409")
    Value read(@PathVariable String openingId) {
        return value(vault.read(openingId, CurrentPerson.require(ASKERS)));
    }

    @PostMapping("/reporter-key/passphrase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "保管员换口令；初始口令的文件随之删除")
    void change(@RequestBody Change change) {
        SignedIn keeper = CurrentPerson.require(Role.IDENTITY_KEEPER);
        String fresh = change.fresh();
        if (fresh == null || fresh.strip().length() < SHORTEST) {
            throw Problem.invalid("fresh", "short", "新口令至少十二个字。");
        }
        lock.trying(keeper.personId(), "passphrase", () -> {
            key.change(given(change.passphrase()).toCharArray(), fresh.strip().toCharArray());
            return true;
        });
    }

    private static String given(@Nullable String passphrase) {
        if (passphrase == null || passphrase.isBlank()) {
            throw Problem.invalid("passphrase", "required", "请输入保管员的口令。");
        }
        return passphrase.strip();
    }

    private static Value value(ReporterVault.Opened opened) {
        return new Value(
                opened.opening().field().name(), opened.opening().field().chinese(), opened.value(), opened.until());
    }

    private List<View> views(List<ReporterOpening> openings, SignedIn who) {
        Map<String, String> names = people.displayNames(openings.stream()
                .flatMap(one -> Stream.of(one.requestedBy(), one.decidedBy() == null ? "" : one.decidedBy()))
                .distinct()
                .toList());
        return openings.stream().map(one -> view(one, names, who)).toList();
    }

    private static View view(ReporterOpening one, Map<String, String> names, SignedIn who) {
        String by = one.decidedBy();
        return new View(
                one.openingId(),
                one.caseNo(),
                one.field().name(),
                one.field().chinese(),
                one.purpose().name(),
                one.purpose().chinese(),
                names.getOrDefault(one.requestedBy(), one.requestedBy()),
                one.requestedAt(),
                one.state().name(),
                by == null ? null : names.getOrDefault(by, by),
                one.decidedAt(),
                one.shownUntil(),
                one.requestedBy().equals(who.personId()));
    }
}
