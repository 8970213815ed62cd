package org.fangxin.region.web;

import java.util.List;
import org.fangxin.problem.Problem;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Divisions for choosing a place: level by level, or by name. Open to everyone. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionController {
    private static final int MOST = 30;

    private final Divisions divisions;

    RegionController(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * One division in a list.
     *
     * @param placeholder a row that only groups its counties (市辖区): a chooser may pass through it
     */
    record Region(String code, String name, Division.Level level, boolean hasChildren, boolean placeholder) {}

    /** A division found by name, with the names from its province down to it. */
    record Found(String code, String name, Division.Level level, List<String> path) {}

    record Regions(List<Region> items) {}

    record Hits(List<Found> items) {}

    @GetMapping
    Regions below(@RequestParam(required = false) @Nullable String parent) {
        if (parent != null
                && !parent.isBlank()
                && !parent.equals("00")
                && divisions.find(parent).isEmpty()) {
            throw Problem.invalid("parent", "unknown", "没有这个行政区划代码。");
        }
        return new Regions(divisions.below(parent).stream().map(this::region).toList());
    }

    @GetMapping("/search")
    Hits search(@RequestParam String q) {
        return new Hits(divisions.search(q, MOST).stream().map(this::found).toList());
    }

    private Region region(Division division) {
        boolean hasChildren = !divisions.below(division.code()).isEmpty();
        return new Region(division.code(), division.name(), division.level(), hasChildren, division.placeholder());
    }

    private Found found(Division division) {
        List<String> path =
                divisions.path(division.code()).stream().map(Division::name).toList();
        return new Found(division.code(), division.name(), division.level(), path);
    }
}
