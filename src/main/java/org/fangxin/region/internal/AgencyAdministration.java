package org.fangxin.region.internal;

import java.util.Optional;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Divisions;
import org.fangxin.region.store.AgencyRefresh;
import org.fangxin.region.store.AgencyStore;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may change of the tree, inside his own agency's subtree. An agency's code never changes and no agency
 * is ever deleted: cases keep its code; it is taken out of the tree instead.
 */
public final class AgencyAdministration {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private final Agencies agencies;
    private final Divisions divisions;
    private final AgencyStore store;
    private final AgencyRefresh refresh;
    private final AdministrativeAct act;

    public AgencyAdministration(
            Agencies agencies, Divisions divisions, AgencyStore store, AgencyRefresh refresh, AdministrativeAct act) {
        this.agencies = agencies;
        this.divisions = divisions;
        this.store = store;
        this.refresh = refresh;
        this.act = act;
    }

    /** An agency as it stands after the change. */
    public record Kept(String code, String name, Agency.Level level, boolean active) {}

    /**
     * Renames an agency, takes it out of the tree or back, or adds an office of nine digits to a county. What is null stays.
     *
     * @throws Problem 404 outside the administrator's subtree, 422 for a name, code or state that cannot be
     */
    public Kept save(String administrator, String code, @Nullable String name, @Nullable Boolean active) {
        Optional<Agency> existing = agencies.find(code);
        String key = existing.map(Agency::code).orElse(code);
        if (!agencies.within(key, administrator)) {
            throw Problem.notFound();
        }
        String newName = name == null ? existing.map(Agency::name).orElse("") : name.strip();
        if (newName.length() < SHORTEST || newName.length() > LONGEST) {
            throw Problem.invalid("name", "length", "请填写机关名称（2 至 100 个字）。");
        }
        Agency.Level level = existing.map(Agency::level).orElseGet(() -> newOffice(key));
        boolean stays = active == null ? existing.isEmpty() || agencies.active(key) : active;
        if (!stays && level != Agency.Level.OFFICE && level != Agency.Level.COUNTY) {
            throw Problem.invalid("active", "upper-level", "只能停用县级机关（如已撤并的功能区）和市场监督管理所。");
        }
        act.take("AGENCY_SAVED", key, () -> store.save(new Agency(key, newName, level), stays), "active=" + stays);
        refresh.refresh();
        return new Kept(key, newName, level, stays);
    }

    private Agency.Level newOffice(String code) {
        boolean fits =
                code.matches("\\d{9}") && divisions.find(code.substring(0, 6)).isPresent();
        if (!fits) {
            throw Problem.invalid("code", "format", "新增的市场监督管理所用所在县区代码加三位数字。");
        }
        return Agency.Level.OFFICE;
    }
}
