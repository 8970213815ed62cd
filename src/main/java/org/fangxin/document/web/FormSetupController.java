package org.fangxin.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.Documents.Format;
import org.fangxin.document.Downloads;
import org.fangxin.document.internal.FormSetup;
import org.fangxin.document.internal.FormTags;
import org.fangxin.document.internal.pdf.PagePictures;
import org.fangxin.document.store.Letterheads.Letterhead;
import org.fangxin.document.store.Templates;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Templates, mark and seal of the own agency: the system administrator's. */
@RestController
@RequestMapping("/api/v1/forms")
@Tag(name = "forms", description = "文书模板、机关代字和印章")
class FormSetupController {
    private static final int LONGEST_MARK = 12;
    private static final int LONGEST = 120;

    private final FormSetup setup;
    private final People people;

    FormSetupController(FormSetup setup, People people) {
        this.setup = setup;
        this.people = people;
    }

    @Schema(name = "Letterhead", description = "seal: a picture as data: address")
    record LetterheadView(
            String mark,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String seal) {}

    @Schema(name = "LetterheadChange")
    record LetterheadChange(
            @Nullable String mark,
            @Nullable String phone,
            @Nullable String address) {}

    @Schema(name = "TemplateVersion", description = "fileName: null for a return to the shipped template")
    record VersionView(int version, @Nullable String fileName, String changedBy, OffsetDateTime changedAt) {}

    @Schema(name = "Placeholder", description = "sort: TEXT, CONDITION or LIST; parts of a list")
    record TagView(String name, String sort, List<String> parts) {}

    @Schema(name = "FormTemplate", description = "own: whether the agency's own template is in force")
    record FormView(String form, String title, boolean own, List<VersionView> versions, List<TagView> placeholders) {}

    @Schema(name = "FormSetup")
    record SetupView(String agency, LetterheadView letterhead, List<FormView> forms) {}

    @Schema(name = "FormSample")
    record SampleView(List<String> pages) {}

    @GetMapping
    @Operation(summary = "本机关的文书模板、代字、联系方式和印章")
    SetupView all() {
        SignedIn who = admin();
        List<Templates.Version> versions = setup.versions(who);
        var names = people.displayNames(
                versions.stream().map(Templates.Version::changedBy).toList());
        List<FormView> forms = Arrays.stream(OfficialForm.values())
                .map(form -> view(form, versions, names))
                .toList();
        return new SetupView(setup.agencyName(who), view(setup.letterhead(who)), forms);
    }

    @PutMapping("/letterhead")
    @Operation(summary = "改机关代字、联系电话和地址")
    LetterheadView sign(@RequestBody LetterheadChange change) {
        SignedIn who = admin();
        String mark = change.mark() == null ? "" : change.mark().strip();
        if (mark.isEmpty() || mark.length() > LONGEST_MARK || !mark.matches("[\\p{IsHan}A-Za-z]+")) {
            throw Problem.invalid("mark", "mark", "机关代字写 1 到 12 个汉字，比如“崇市监”。");
        }
        setup.sign(who, mark, brief("phone", change.phone()), brief("address", change.address()));
        return view(setup.letterhead(who));
    }

    @PostMapping(path = "/seal", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传印章：正方形 PNG，背景透明")
    LetterheadView seal(@RequestPart("file") MultipartFile file) throws IOException {
        SignedIn who = admin();
        setup.seal(who, file.getBytes());
        return view(setup.letterhead(who));
    }

    @DeleteMapping("/seal")
    @Operation(summary = "撤下印章；已经制发的文书不变")
    LetterheadView noSeal() {
        SignedIn who = admin();
        setup.seal(who, null);
        return view(setup.letterhead(who));
    }

    @GetMapping("/{form}/template.docx")
    @Operation(summary = "下载模板：不写 version 是现用的，0 是随程序提供的")
    ResponseEntity<byte[]> template(
            @PathVariable String form, @RequestParam(required = false) @Nullable Integer version) {
        SignedIn who = admin();
        OfficialForm which = form(form);
        byte[] docx = setup.file(who, which, version).orElseThrow(Problem::notFound);
        return Downloads.of(docx, which.title() + "模板.docx", Format.WORD.type());
    }

    @GetMapping("/{form}/sample")
    @Operation(summary = "现用模板的样子，内容是编的")
    SampleView sample(@PathVariable String form) {
        SignedIn who = admin();
        return pages(setup.sample(who, form(form)));
    }

    @PostMapping(path = "/{form}/template", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "换成本机关的模板；先检查、试印，旧的保留")
    SampleView replace(@PathVariable String form, @RequestPart("file") MultipartFile file) throws IOException {
        SignedIn who = admin();
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\]", "");
        return pages(setup.replace(
                who, form(form), file.getBytes(), safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe));
    }

    @DeleteMapping("/{form}/template")
    @Operation(summary = "改回随程序提供的模板；本机关的旧模板保留")
    SampleView backToShipped(@PathVariable String form) {
        SignedIn who = admin();
        OfficialForm which = form(form);
        setup.backToShipped(who, which);
        return pages(setup.sample(who, which));
    }

    private static SignedIn admin() {
        return CurrentPerson.require(Role.SYSTEM_ADMIN);
    }

    private static OfficialForm form(String code) {
        return OfficialForm.byCode(code).orElseThrow(Problem::notFound);
    }

    private static @Nullable String brief(String field, @Nullable String value) {
        String plain = value == null ? "" : value.strip();
        if (plain.length() > LONGEST) {
            throw Problem.invalid(field, "too-long", "最多写 120 字。");
        }
        return plain.isEmpty() ? null : plain;
    }

    private static FormView view(OfficialForm form, List<Templates.Version> all, java.util.Map<String, String> names) {
        List<Templates.Version> own =
                all.stream().filter(one -> one.form() == form).toList();
        return new FormView(
                form.name(),
                form.title(),
                !own.isEmpty() && own.getFirst().sm3() != null,
                own.stream()
                        .map(one -> new VersionView(
                                one.version(),
                                one.fileName(),
                                names.getOrDefault(one.changedBy(), one.changedBy()),
                                one.changedAt().atZone(Fields.ZONE).toOffsetDateTime()))
                        .toList(),
                FormTags.of(form).values().stream()
                        .map(tag -> new TagView(tag.name(), tag.sort().name(), tag.parts()))
                        .toList());
    }

    private static LetterheadView view(Letterhead head) {
        return new LetterheadView(
                head.mark(), head.phone(), head.address(), head.seal() == null ? null : data(head.seal()));
    }

    private static SampleView pages(byte[] pdf) {
        return new SampleView(
                PagePictures.of(pdf).stream().map(FormSetupController::data).toList());
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
