package org.fangxin.search.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PersonCases.Key;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.search.internal.PersonLook;
import org.fangxin.search.internal.PersonLook.Brought;
import org.fangxin.search.internal.PersonLook.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that one person brought. The number comes in the body, never in an address. */
@RestController
@RequestMapping("/api/v1/search/person")
@Tag(name = "search", description = "检索：编号、商家、商品和经过")
class PersonController {
    private static final Role[] READERS = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR
    };

    private final PersonLook look;

    PersonController(PersonLook look) {
        this.look = look;
    }

    @Schema(
            name = "PersonLookRequest",
            description = "phone、idNumber 或者 caseNo 加 partyId，三选一；purpose: HANDLING、ANSWERING、REPEATED 或 SUPERVISION")
    record Request(
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String caseNo,
            @Nullable String partyId,
            @Nullable String purpose) {}

    @Schema(name = "PersonCase", description = "role: 这个人在案件里是什么；name 和 phone 是遮盖的")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PersonCase(
            String caseNo,
            String kind,
            String stageLabel,
            String agency,
            String merchant,
            OffsetDateTime receivedAt,
            String role,
            String roleLabel,
            String name,
            @Nullable String phone) {}

    @Schema(name = "PersonCases", description = "新的在前，最多 200 件")
    record Result(List<PersonCase> items) {}

    @PostMapping
    @Operation(
            summary = "一个人的全部来件：按完整的电话、身份证号码，或者案件里的这一位当事人",
            description = "只列本人权限范围内的投诉、咨询、建议；举报不在其中。姓名、电话遮盖。每查一次，用途记入审计日志，号码不记。")
    Result look(@RequestBody Request body) {
        var who = CurrentPerson.require(READERS);
        Key key = key(body);
        return new Result(look.at(key, purpose(body.purpose()), Actor.of(who)).stream()
                .map(PersonController::view)
                .toList());
    }

    private static Key key(Request body) {
        String phone = text(body.phone());
        if (phone != null) {
            return new Key.Phone(whole("phone", phone, "\\+?\\d[\\d -]{6,19}", "请填完整的电话号码。"));
        }
        String id = text(body.idNumber());
        if (id != null) {
            return new Key.IdNumber(whole("idNumber", id, "[0-9A-Za-z]{6,20}", "请填完整的证件号码。"));
        }
        String caseNo = text(body.caseNo());
        String party = text(body.partyId());
        if (caseNo == null || party == null) {
            throw Problem.invalid("phone", "required", "请填完整的电话或者证件号码。");
        }
        return new Key.Seat(whole("caseNo", caseNo, "[A-Za-z0-9-]{1,60}", "没有这个案件编号。"), party);
    }

    private static String whole(String field, String value, String shape, String message) {
        if (!value.matches(shape)) {
            throw Problem.invalid(field, "shape", message);
        }
        return value;
    }

    private static Purpose purpose(@Nullable String asked) {
        for (Purpose one : Purpose.values()) {
            if (one.name().equals(asked)) {
                return one;
            }
        }
        throw Problem.invalid("purpose", "required", "请选查看的用途，会记入审计日志。");
    }

    private static PersonCase view(Brought brought) {
        CaseLine line = brought.line();
        return new PersonCase(
                line.caseNo(),
                line.kind().name(),
                line.stage().chinese(),
                line.agency(),
                line.merchant(),
                line.receivedAt().atZone(Fields.ZONE).toOffsetDateTime(),
                brought.part().role().name(),
                brought.part().role().chinese(),
                brought.part().name(),
                brought.part().phone());
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
