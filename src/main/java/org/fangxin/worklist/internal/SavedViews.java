package org.fangxin.worklist.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.worklist.SavedView;
import org.fangxin.worklist.store.SavedViewStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saving, changing and counting views. A view is data: it is read by the same words as the list's own address. */
@Component
public class SavedViews {
    /** What a table may show, in the order of the usual table. */
    public static final List<String> COLUMNS =
            List.of("due", "caseNo", "summary", "merchant", "handler", "status", "received", "agency");

    private static final List<String> SORTS = List.of("due", "received");
    private static final int MOST = 30;
    private static final int LONGEST_NAME = 20;

    /** What somebody writes of a view; checked before it is kept. */
    public record Draft(String name, Map<String, String> filter, String sort, List<String> columns, boolean shared) {}

    /** A view, whether this person may change it, and how many cases it shows him: up to 10001, which means more. */
    public record Counted(SavedView view, boolean mayChange, int total) {}

    private final SavedViewStore store;
    private final CaseLists lists;
    private final InstantSource clock;

    SavedViews(SavedViewStore store, CaseLists lists, InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Counted> of(SignedIn who) {
        return store.all().stream().map(view -> counted(view, who)).toList();
    }

    @Transactional
    public Counted save(Draft draft, SignedIn who) {
        List<SavedView> there = store.all();
        if (there.stream().filter(view -> view.owner().equals(who.personId())).count() >= MOST) {
            throw Problem.invalid("name", "too-many", "每人最多保存 " + MOST + " 个视图。请先删掉不用的。");
        }
        SavedView view = checked(0, who.agencyCode(), who.personId(), draft, who, there);
        return counted(find(store.add(view)), who);
    }

    /**
     * @throws Problem 404 for a view that may not be seen, 403 for a shared one of somebody else
     */
    @Transactional
    public Counted change(long id, Draft draft, SignedIn who) {
        SavedView before = changeable(id, who);
        if (!draft.shared() && !before.owner().equals(who.personId())) {
            throw Problem.invalid("shared", "not-yours", "别人做的共用视图不能改成个人视图。不再用的请删除。");
        }
        store.change(checked(id, before.agency(), before.owner(), draft, who, store.all()));
        return counted(find(id), who);
    }

    @Transactional
    public void remove(long id, SignedIn who) {
        store.remove(changeable(id, who).id());
    }

    private SavedView find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    private SavedView changeable(long id, SignedIn who) {
        SavedView view = find(id);
        if (!mayChange(view, who)) {
            throw new Problem(403, "not-yours", "不由您修改", "共用的视图由做它的人或者本机构负责人修改。您可以另存为自己的视图。", List.of(), Map.of());
        }
        return view;
    }

    private static boolean mayChange(SavedView view, SignedIn who) {
        return view.owner().equals(who.personId())
                || (view.agency().equals(who.agencyCode()) && (who.has(Role.UNIT_HEAD) || who.has(Role.LEADER)));
    }

    private Counted counted(SavedView view, SignedIn who) {
        return new Counted(view, mayChange(view, who), lists.count(WorklistFilter.of(view.filter(), actor(who))));
    }

    private SavedView checked(long id, String agency, String owner, Draft draft, SignedIn who, List<SavedView> there) {
        String name = name(draft.name());
        boolean taken = there.stream()
                .anyMatch(view -> view.id() != id
                        && view.name().equals(name)
                        && (view.shared() && draft.shared() || view.owner().equals(owner)));
        if (taken) {
            throw Problem.invalid("name", "taken", "已有叫“" + name + "”的视图。请换一个名称，或者修改原来的视图。");
        }
        if (!SORTS.contains(draft.sort())) {
            throw Problem.invalid("sort", "code", "排序（sort）只能是 due 或 received。");
        }
        return new SavedView(
                id,
                agency,
                owner,
                name,
                filter(draft.filter(), who),
                draft.sort(),
                columns(draft.columns()),
                draft.shared(),
                clock.instant());
    }

    private static String name(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Problem.invalid("name", "length", "请写视图名称，" + LONGEST_NAME + " 个字以内。");
        }
        return name.strip();
    }

    /** Search words may be a person's name or telephone: a view is kept and shared, so it holds none. */
    private static Map<String, String> filter(Map<String, String> asked, SignedIn who) {
        if (!asked.getOrDefault("q", "").isBlank()) {
            throw Problem.invalid("filter.q", "not-kept", "视图里不保存搜索词：它可能是当事人的姓名或者电话。请去掉搜索词再保存。");
        }
        WorklistFilter.of(asked, actor(who));
        Map<String, String> filter = new LinkedHashMap<>();
        asked.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                filter.put(key, value.strip());
            }
        });
        return filter;
    }

    private static List<String> columns(List<String> asked) {
        List<String> columns = new ArrayList<>();
        for (String column : asked) {
            if (!COLUMNS.contains(column)) {
                throw Problem.invalid(
                        "columns", "unknown", "没有“" + column + "”这一列。可以选的：" + String.join("、", COLUMNS) + "。");
            }
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    static Actor actor(SignedIn who) {
        return Actor.of(who);
    }
}
