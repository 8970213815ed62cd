package org.fangxin.credit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fangxin.credit.internal.RuleDrafts;
import org.fangxin.credit.internal.RulePreview;
import org.fangxin.credit.web.CreditViews.Approval;
import org.fangxin.credit.web.RuleViews.Drafted;
import org.fangxin.credit.web.RuleViews.PreviewView;
import org.fangxin.credit.web.RuleViews.RuleDraft;
import org.fangxin.credit.web.RuleViews.RulesView;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rule tables behind the credit grades. */
@RestController
@RequestMapping("/api/v1/credit/rules")
@Tag(name = "credit", description = "信用等级、分级监管、约谈和行政指导")
class CreditRuleController {
    private final RuleDrafts drafts;
    private final RulePreview preview;
    private final CreditReading reading;

    CreditRuleController(RuleDrafts drafts, RulePreview preview, CreditReading reading) {
        this.drafts = drafts;
        this.preview = preview;
        this.reading = reading;
    }

    @GetMapping
    @Operation(summary = "评级规则表：现在适用的，本机关的各个版本，草案")
    RulesView creditRules() {
        return reading.rules(CurrentPerson.require(CreditController.READERS));
    }

    @PostMapping("/preview")
    @Operation(summary = "试算：已经评级的主体里，有多少会换等级；不写入")
    PreviewView previewCreditRule(@RequestBody RuleDraft body) {
        return PreviewView.of(preview.preview(CurrentPerson.require(CreditController.HEADS), body.rule()));
    }

    @PostMapping("/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "起草规则表的新版本，等另一位负责人批准",
            description = "For the caller's agency and those below it without one of their own.")
    Drafted draftCreditRule(@RequestBody RuleDraft body) {
        return new Drafted(drafts.propose(
                CurrentPerson.require(CreditController.HEADS), body.validFrom(), body.rule(), body.reason()));
    }

    @PostMapping("/drafts/{draftId}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "批准或者不批准草案；批准的就是新版本，原来的版本不变", description = "By a leader who did not make it.")
    void decideCreditRule(@PathVariable long draftId, @RequestBody Approval body) {
        drafts.decide(CurrentPerson.require(Role.LEADER), draftId, body.approve(), body.reason());
    }
}
