package org.fangxin.credit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fangxin.credit.internal.Grades;
import org.fangxin.credit.internal.HandFacts;
import org.fangxin.credit.web.CreditViews.Answer;
import org.fangxin.credit.web.CreditViews.Approval;
import org.fangxin.credit.web.CreditViews.Computed;
import org.fangxin.credit.web.CreditViews.CourseView;
import org.fangxin.credit.web.CreditViews.CreditView;
import org.fangxin.credit.web.CreditViews.HandFactDraft;
import org.fangxin.credit.web.CreditViews.Objection;
import org.fangxin.credit.web.CreditViews.Other;
import org.fangxin.credit.web.CreditViews.ReasonOnly;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credit grades 信用等级 of businesses. */
@RestController
@RequestMapping("/api/v1/credit")
@Tag(name = "credit", description = "信用等级、分级监管、约谈和行政指导")
class CreditController {
    static final Role[] READERS = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR
    };
    static final Role[] WORKERS = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};
    static final Role[] HEADS = {Role.UNIT_HEAD, Role.LEADER};

    private final Grades grades;
    private final HandFacts facts;
    private final CreditReading reading;
    private final Merchants merchants;

    CreditController(Grades grades, HandFacts facts, CreditReading reading, Merchants merchants) {
        this.grades = grades;
        this.facts = facts;
        this.reading = reading;
        this.merchants = merchants;
    }

    @GetMapping("/merchants/{id}")
    @Operation(
            summary = "一个主体的信用等级：每个等级的规则版本、分值、理由和来源，经过，手工登记的情况",
            description =
                    "Numbers of cases only where the caller may see the case; hidden says how many sources are not shown.")
    CreditView credit(@PathVariable long id) {
        var who = CurrentPerson.require(READERS);
        merchants.find(id).orElseThrow(Problem::notFound);
        return reading.of(who, id);
    }

    @GetMapping("/merchants/{id}/course")
    @Operation(
            summary = "一个主体的全部经过：投诉举报、抽检、等级、约谈、检查、处罚，按时间",
            description = "In the caller's own sight; with what happened to entries that were merged into it.")
    CourseView course(@PathVariable long id) {
        CurrentPerson.require(READERS);
        merchants.find(id).orElseThrow(Problem::notFound);
        return reading.course(id);
    }

    @PostMapping("/merchants/{id}/grades")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "按规则表计算信用等级，等待确认",
            description = "Over all cases of the agency's subtree, whoever asks; a grade that still waited is dropped.")
    Computed computeGrade(@PathVariable long id) {
        return new Computed(grades.compute(CurrentPerson.require(WORKERS), id));
    }

    @PostMapping("/merchants/{id}/facts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "登记系统里没有的情况，带文书编号")
    void addCreditFact(@PathVariable long id, @RequestBody HandFactDraft body) {
        facts.add(CurrentPerson.require(WORKERS), id, body.factor(), body.on(), body.paperNo(), body.text());
    }

    @PostMapping("/facts/{factId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤销登记错的情况，写明理由", description = "By the agency that entered it.")
    void withdrawCreditFact(@PathVariable long factId, @RequestBody ReasonOnly body) {
        facts.withdraw(CurrentPerson.require(WORKERS), factId, body.reason());
    }

    @PostMapping("/grades/{gradeId}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "确认计算出的等级", description = "By the agency that computed it; 409 when it no longer waits.")
    void confirmGrade(@PathVariable long gradeId) {
        grades.confirm(CurrentPerson.require(WORKERS), gradeId);
    }

    @PostMapping("/grades/{gradeId}/other")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "提出改评另一个等级，写明理由", description = "Another person decides.")
    void askOtherGrade(@PathVariable long gradeId, @RequestBody Other body) {
        grades.ask(CurrentPerson.require(WORKERS), gradeId, body.grade(), body.reason());
    }

    @PostMapping("/grades/{gradeId}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "批准或者不批准改评", description = "By a head who did not propose it.")
    void decideOtherGrade(@PathVariable long gradeId, @RequestBody Approval body) {
        grades.decide(CurrentPerson.require(HEADS), gradeId, body.approve(), body.reason());
    }

    @PostMapping("/grades/{gradeId}/objections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "记录经营者的异议", description = "Of a grade in force; one at a time.")
    void recordObjection(@PathVariable long gradeId, @RequestBody Objection body) {
        grades.object(CurrentPerson.require(WORKERS), gradeId, body.text(), body.paperNo());
    }

    @PostMapping("/grades/{gradeId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "答复异议", description = "By a head who neither confirmed, proposed nor approved the grade.")
    void answerObjection(@PathVariable long gradeId, @RequestBody Answer body) {
        grades.answer(CurrentPerson.require(HEADS), gradeId, body.upheld(), body.reason());
    }
}
