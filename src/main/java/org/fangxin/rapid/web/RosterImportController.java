package org.fangxin.rapid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.RosterImport;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.Sheets;
import org.fangxin.sheet.UnreadableFile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The duty roster out of a file that the office keeps anyway. */
@RestController
@RequestMapping("/api/v1/rapid/roster/import")
@Tag(name = "rapid", description = "快速处置")
class RosterImportController {
    private static final Role[] PLANNERS = {Role.UNIT_HEAD, Role.LEADER, Role.INTAKE};

    private final RosterImport roster;

    RosterImportController(RosterImport roster) {
        this.roster = roster;
    }

    @Schema(name = "RosterBadRow", description = "row: its cells as they stand in the file")
    record BadView(int line, String row, String sentence) {}

    @Schema(
            name = "RosterImported",
            description = "there: rows whose shift stood there already; bad: rows that are no shift, with the reason")
    record ImportedView(int added, int there, List<BadView> bad) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "导入值班表（CSV 或者 Excel），一行一个班次",
            description =
                    "Columns 日期, 上班时间, 下班时间, 值班人员, 值班电话, 车辆. Right rows become shifts at once; of each other one its"
                            + " line and a sentence are told. At most a thousand rows.")
    ImportedView importRoster(@RequestPart("file") MultipartFile file) {
        var who = CurrentPerson.require(PLANNERS);
        if (file.isEmpty()) {
            throw Problem.invalid("file", "required", "请选择一个 CSV 或者 Excel（xlsx）文件。");
        }
        try (Sheet sheet = Sheets.open(file::getInputStream, String.valueOf(file.getOriginalFilename()))) {
            RosterImport.Done done = roster.take(who.agencyCode(), sheet, who.personId());
            return new ImportedView(
                    done.added(),
                    done.there(),
                    done.bad().stream()
                            .map(one -> new BadView(one.line(), one.row(), one.sentence()))
                            .toList());
        } catch (UnreadableFile unreadable) {
            throw Problem.invalid("file", "unreadable", String.valueOf(unreadable.getMessage()));
        }
    }
}
