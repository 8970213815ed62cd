package org.fangxin.credit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fangxin.credit.internal.Checks;
import org.fangxin.credit.internal.Leads;
import org.fangxin.credit.web.InspectionViews.InspectionView;
import org.fangxin.credit.web.InspectionViews.LeadDraft;
import org.fangxin.credit.web.InspectionViews.LeadFiled;
import org.fangxin.credit.web.InspectionViews.RecheckDraft;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What follows from an inspection: the re-check of an order, the report that a lead becomes. */
@RestController
@RequestMapping("/api/v1/credit")
@Tag(name = "credit", description = "信用等级、分级监管、约谈和行政指导")
class InspectionController {
    private final Checks checks;
    private final Leads leads;
    private final PlanReading reading;

    InspectionController(Checks checks, Leads leads, PlanReading reading) {
        this.checks = checks;
        this.leads = leads;
        this.reading = reading;
    }

    @PostMapping("/rechecks/{recheckId}/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "填责令改正的复查结果", description = "Once, by one of the two or a head of the agency.")
    void enterRecheck(@PathVariable long recheckId, @RequestBody RecheckDraft body) {
        checks.recheck(
                CurrentPerson.require(CreditController.WORKERS),
                recheckId,
                new Checks.RecheckDraft(body.corrected(), body.text(), body.on(), body.again()));
    }

    @PostMapping("/inspections/{inspectionId}/report")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "把检查发现的违法线索登记为举报",
            description = "Received on the day of the inspection; filed once. 422 when no lead was found.")
    LeadFiled fileLead(@PathVariable long inspectionId, @RequestBody LeadDraft body) {
        return new LeadFiled(leads.file(CurrentPerson.require(CreditController.WORKERS), inspectionId, body.text()));
    }

    @GetMapping("/cases/{caseNo}/inspection")
    @Operation(summary = "举报来自哪次检查；不是检查发现的回答 404")
    InspectionView inspectionOfCase(@PathVariable String caseNo) {
        SignedIn who = CurrentPerson.require(CreditController.READERS);
        return reading.views(who, List.of(leads.inspectionOf(caseNo))).getFirst();
    }
}
