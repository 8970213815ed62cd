package org.fangxin.inspection.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.Relation;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.store.RelatedStore;
import org.fangxin.inspection.store.RelatedStore.Near;
import org.fangxin.inspection.store.RelatedStore.Related;
import org.fangxin.inspection.store.SampleStore;
import org.fangxin.inspection.store.SamplingStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a batch to the complaints about it and back, each with the reason why it is shown. */
@Component
public class Nearby {
    /** @param found a sample or a rapid test */
    public record Reasoned<T>(T found, Relation why) {}

    /** Samples that were taken for a case, and what else was found of its goods. */
    public record OfCase(List<Sample> own, List<Reasoned<Sample>> samples, List<Reasoned<RapidTest>> tests) {}

    private final CaseFiles cases;
    private final RelatedStore related;
    private final SampleStore samples;
    private final SamplingStore sampling;

    Nearby(CaseFiles cases, RelatedStore related, SampleStore samples, SamplingStore sampling) {
        this.cases = cases;
        this.related = related;
        this.samples = samples;
        this.sampling = sampling;
    }

    /** Cases that name the batch or are about such goods, as far as the reader may see them. */
    @Transactional(readOnly = true)
    public List<Related> cases(Sample sample) {
        return related.cases(sample);
    }

    /** @throws Problem 404 for a case that may not be seen */
    @Transactional(readOnly = true)
    public OfCase ofCase(String caseNo) {
        cases.find(caseNo).orElseThrow(Problem::notFound);
        List<Reasoned<Sample>> near = new ArrayList<>();
        for (Near one : related.samples(caseNo)) {
            samples.find(one.id()).ifPresent(sample -> near.add(new Reasoned<>(sample, one.why())));
        }
        return new OfCase(samples.ofCase(caseNo), near, tests(caseNo));
    }

    private List<Reasoned<RapidTest>> tests(String caseNo) {
        List<Near> near = related.tests(caseNo);
        Map<Long, RapidTest> found = sampling.tests(near.stream().map(Near::id).toList()).stream()
                .collect(Collectors.toMap(RapidTest::id, Function.identity()));
        List<Reasoned<RapidTest>> tests = new ArrayList<>();
        for (Near one : near) {
            RapidTest test = found.get(one.id());
            if (test != null) {
                tests.add(new Reasoned<>(test, one.why()));
            }
        }
        return tests;
    }
}
