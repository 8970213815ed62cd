package org.fangxin.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.Relation;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.internal.Nearby;
import org.fangxin.inspection.internal.Nearby.Reasoned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From a case to the batches and rapid tests of its goods. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "inspection", description = "抽检：样品、交接、检验结果、责令下架、追溯、整改、复检")
class CaseSamplesController {
    private final Nearby nearby;
    private final SampleViews views;

    CaseSamplesController(Nearby nearby, SampleViews views) {
        this.nearby = nearby;
        this.views = views;
    }

    @Schema(name = "NearSample", description = "why: see SampleRelatedCase")
    record NearSample(SampleViews.View sample, Relation why, String whyLabel) {}

    @Schema(name = "NearTest")
    record NearTest(RapidTest test, Relation why, String whyLabel) {}

    @Schema(
            name = "CaseSamples",
            description =
                    "own: taken for the case; near, tests: of its batch or its goods, in the caller's sight, with the reason")
    record CaseSamples(List<SampleViews.View> own, List<NearSample> near, List<NearTest> tests) {}

    @GetMapping("/cases/{caseNo}/samples")
    @Operation(summary = "一件案件的样品，以及同批号、同类商品的样品和快检", description = "404 for a case that may not be seen.")
    CaseSamples caseSamples(@PathVariable String caseNo) {
        CurrentPerson.require(SampleController.OFFICERS);
        Nearby.OfCase found = nearby.ofCase(caseNo);
        List<Sample> near = found.samples().stream().map(Reasoned::found).toList();
        List<SampleViews.View> shown = views.of(near);
        List<NearSample> samples = new java.util.ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Relation why = found.samples().get(i).why();
            samples.add(new NearSample(shown.get(i), why, why.chinese()));
        }
        List<NearTest> tests = found.tests().stream()
                .map(one -> new NearTest(one.found(), one.why(), one.why().chinese()))
                .toList();
        return new CaseSamples(views.of(found.own()), samples, tests);
    }
}
