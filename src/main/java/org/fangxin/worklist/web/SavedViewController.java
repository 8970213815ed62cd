package org.fangxin.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.worklist.SavedView;
import org.fangxin.worklist.internal.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views of the worklist. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "views", description = "工作台的视图：名称、筛选、排序、列；个人的和本机关共用的")
class SavedViewController {
    private final SavedViews views;
    private final People people;

    SavedViewController(SavedViews views, People people) {
        this.views = views;
        this.people = people;
    }

    @Schema(
            name = "SavedViewRequest",
            description = "filter: names and values as GET /cases takes them, but q; columns: empty for the usual ones")
    record Request(
            @Nullable String name,
            @Nullable Map<String, String> filter,
            @Nullable String sort,
            @Nullable List<String> columns,
            @Nullable Boolean shared) {
        SavedViews.Draft draft() {
            return new SavedViews.Draft(
                    name == null ? "" : name,
                    filter == null ? Map.of() : filter,
                    sort == null ? "due" : sort,
                    columns == null ? List.of() : columns,
                    Boolean.TRUE.equals(shared));
        }
    }

    @Schema(name = "SavedView", description = "total: cases it shows to the caller; 10000 and atLeast means more")
    record View(
            long viewId,
            String name,
            Map<String, String> filter,
            String sort,
            List<String> columns,
            boolean shared,
            @Nullable String owner,
            boolean mayChange,
            int total,
            boolean atLeast) {}

    @Schema(name = "SavedViewList")
    record Views(List<View> items) {}

    @GetMapping
    @Operation(summary = "看得到的视图：本机关共用的和自己的，各有多少件")
    Views savedViews() {
        SignedIn who = CurrentPerson.require(Desk.WORKERS);
        List<SavedViews.Counted> all = views.of(who);
        Map<String, String> names =
                people.displayNames(all.stream().map(one -> one.view().owner()).toList());
        return new Views(all.stream().map(one -> view(one, names)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "保存一个视图")
    View saveView(@RequestBody Request body) {
        return view(views.save(body.draft(), CurrentPerson.require(Desk.WORKERS)));
    }

    @PutMapping("/{viewId}")
    @Operation(summary = "修改视图", description = "Shared ones: their maker or the head of the unit.")
    View changeView(@PathVariable long viewId, @RequestBody Request body) {
        return view(views.change(viewId, body.draft(), CurrentPerson.require(Desk.WORKERS)));
    }

    @DeleteMapping("/{viewId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除视图")
    void removeView(@PathVariable long viewId) {
        views.remove(viewId, CurrentPerson.require(Desk.WORKERS));
    }

    private View view(SavedViews.Counted one) {
        return view(one, people.displayNames(List.of(one.view().owner())));
    }

    private static View view(SavedViews.Counted one, Map<String, String> names) {
        SavedView view = one.view();
        return new View(
                view.id(),
                view.name(),
                view.filter(),
                view.sort(),
                view.columns(),
                view.shared(),
                names.get(view.owner()),
                one.mayChange(),
                Math.min(one.total(), org.fangxin.casefile.CaseLists.MOST_COUNTED),
                one.total() > org.fangxin.casefile.CaseLists.MOST_COUNTED);
    }
}
