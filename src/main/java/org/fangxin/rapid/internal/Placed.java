package org.fangxin.rapid.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.rapid.Area;
import org.fangxin.region.Division;
import org.jspecify.annotations.Nullable;

/**
 * Which area a place lies in, and why, in words. Pure.
 *
 * @param area null when it cannot be told: then an officer says it
 * @param division code of the street or county that decided, or null
 */
public record Placed(@Nullable Area area, @Nullable String division, String reason) {

    /**
     * @param path the divisions from the province down to what is known of the place; empty for nothing
     * @param chosen what the agency set, by division code
     */
    public static Placed of(List<Division> path, Map<String, Area> chosen) {
        Optional<Division> county = path.stream()
                .filter(one -> one.level() == Division.Level.COUNTY)
                .findFirst();
        Optional<Division> street = path.stream()
                .filter(one -> one.level() == Division.Level.STREET)
                .findFirst();
        if (county.isEmpty()) {
            return new Placed(null, null, "不知道商家在哪个县区，请选去哪里。");
        }
        return street.or(() -> county)
                .flatMap(one -> chosen(one, chosen))
                .or(() -> street.map(one -> byName(one, county.get())))
                .or(() -> chosen(county.get(), chosen))
                .orElseGet(() -> new Placed(
                        null, county.get().code(), "只知道在" + county.get().name() + "，不知道哪个街道、乡镇，请选去哪里。"));
    }

    private static Optional<Placed> chosen(Division one, Map<String, Area> chosen) {
        return Optional.ofNullable(chosen.get(one.code()))
                .map(area -> new Placed(area, one.code(), one.name() + "：本局定为" + area.chinese() + "。"));
    }

    /** What nobody set: a street is town, or county seat in a county; 城关镇 is where the county's government sits. */
    private static Placed byName(Division street, Division county) {
        boolean seat = county.name().endsWith("县") || county.name().endsWith("旗");
        boolean urban = street.name().contains("街道") || street.name().endsWith("城关镇");
        Area area = !urban ? Area.RURAL : seat ? Area.COUNTY_SEAT : Area.TOWN;
        String why = urban ? "是街道或者城关镇" : "是乡镇";
        return new Placed(
                area, street.code(), county.name() + street.name() + why + "，本局没有另外规定，按" + area.chinese() + "。");
    }
}
