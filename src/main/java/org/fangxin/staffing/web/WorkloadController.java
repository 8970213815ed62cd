package org.fangxin.staffing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fangxin.casefile.OfficerLoads.Load;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Person;
import org.fangxin.staffing.internal.Absences;
import org.fangxin.staffing.internal.Workloads;
import org.fangxin.staffing.web.AbsenceViews.PersonRef;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The load of each officer. */
@RestController
@RequestMapping("/api/v1/staffing")
@Tag(name = "staffing", description = "请假代班、交接清单、工作量、分派规则")
class WorkloadController {
    private final Workloads workloads;

    WorkloadController(Workloads workloads) {
        this.workloads = workloads;
    }

    @Schema(
            name = "OfficerLoad",
            description = "open、near、today、overdue 和工作台同样筛选的件数相同；weight：举报 2、投诉 1、咨询建议 0.5；absentDays：近 30 天")
    record LoadView(
            PersonRef person,
            String agency,
            int open,
            int near,
            int today,
            int overdue,
            double weight,
            long absentDays,
            boolean away) {}

    @Schema(name = "OfficerLoads")
    record LoadList(List<LoadView> items) {}

    @GetMapping("/workload")
    @Operation(summary = "每个人的在办、快到期、超期件数和近 30 天不在岗天数", description = "负责人看，本机关及下级；件数和工作台同样筛选的结果一致。")
    LoadList workload() {
        var head = CurrentPerson.require(Absences.deciders());
        return new LoadList(workloads.of(head).stream()
                .map(line -> view(line.person(), line.load(), line.absentDays(), line.away()))
                .toList());
    }

    private static LoadView view(Person person, Load load, long absentDays, boolean away) {
        return new LoadView(
                ref(person),
                person.agencyCode(),
                load.open(),
                load.near(),
                load.today(),
                load.overdue(),
                load.weight(),
                absentDays,
                away);
    }

    private static PersonRef ref(Person person) {
        return new PersonRef(person.personId(), person.displayName());
    }
}
