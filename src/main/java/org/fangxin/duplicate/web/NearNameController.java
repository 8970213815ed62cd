package org.fangxin.duplicate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.fangxin.duplicate.internal.NearNames;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beside a business: cases that may be about it under another writing of its name. */
@RestController
@RequestMapping("/api/v1/merchants/{id}/near-names")
@Tag(name = "duplicates")
class NearNameController {
    private static final Role[] DESK = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER
    };

    private final NearNames names;

    NearNameController(NearNames names) {
        this.names = names;
    }

    @Schema(name = "NearNameCase")
    record NearCase(String caseNo, Kind kind, String kindName, String merchant, Instant receivedAt) {}

    @Schema(name = "NearNameCases")
    record NearCases(List<NearCase> items) {}

    @GetMapping
    @Operation(
            summary = "名称写法相近、没有代码的案件",
            description = "去掉行政区划、括号里的分店、企业形式以后名称相同，在同一县区，本人看得到的，最多 50 件，新的在前。可能是同一家，也可能不是，由人判断，不自动合并。"
                    + "错误：404 没有这家或者没有登记、办理的角色。")
    NearCases nearNames(@PathVariable long id) {
        CurrentPerson.require(DESK);
        return new NearCases(names.ofEntity(id).stream()
                .map(one ->
                        new NearCase(one.caseNo(), one.kind(), one.kind().chinese(), one.merchant(), one.receivedAt()))
                .toList());
    }
}
