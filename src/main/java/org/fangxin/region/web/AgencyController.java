package org.fangxin.region.web;

import java.util.List;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The market regulators: those below one, the one in charge of a place, or by name. Open to everyone. */
@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {
    private static final int MOST = 50;

    private final Agencies agencies;
    private final Divisions divisions;

    AgencyController(Agencies agencies, Divisions divisions) {
        this.agencies = agencies;
        this.divisions = divisions;
    }

    record Items(List<Agency> items) {}

    /** Without any parameter the provinces' agencies. */
    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String q) {
        if (region != null && !region.isBlank()) {
            return new Items(List.of(inChargeOf(region)));
        }
        if (q != null && !q.isBlank()) {
            return new Items(agencies.search(q, MOST));
        }
        return new Items(agencies.below(
                parent == null || parent.isBlank() ? "00" : known(parent).code()));
    }

    @GetMapping("/{code}")
    Agency one(@PathVariable String code) {
        return agencies.find(code).orElseThrow(Problem::notFound);
    }

    private Agency known(String code) {
        return agencies.find(code).orElseThrow(() -> Problem.invalid("parent", "unknown", "没有这个机关代码。"));
    }

    private Agency inChargeOf(String region) {
        if (!divisions.knows(region)) {
            throw Problem.invalid("region", "unknown", "没有这个行政区划代码，请重新选择所在的县区。");
        }
        return agencies.countyAgencyOf(region).orElseThrow(Problem::notFound);
    }
}
