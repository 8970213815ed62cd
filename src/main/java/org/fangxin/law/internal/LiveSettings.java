package org.fangxin.law.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.law.Setting;
import org.fangxin.law.Settings;
import org.fangxin.law.store.Revisions;
import org.fangxin.law.store.Revisions.What;
import org.fangxin.law.store.SettingTable;
import org.fangxin.law.store.SettingTable.Choice;
import org.springframework.stereotype.Component;

/** The shipped settings under what agencies chose: the longest code that begins an agency's own wins. */
@Component
public class LiveSettings implements Settings {
    private final Settings shipped = Settings.defaults();
    private final Kept<Map<String, Map<String, String>>> kept;

    LiveSettings(SettingTable table, Revisions revisions) {
        kept = new Kept<>(() -> revisions.current(What.SETTINGS), () -> byId(table.all()), System::nanoTime);
    }

    /** After a change by this instance: seen at once. */
    void refresh() {
        kept.forget();
    }

    /** Agency code → value, where somebody chose one. */
    public Map<String, String> choices(String id) {
        return kept.get().getOrDefault(id, Map.of());
    }

    @Override
    public List<Setting> all() {
        return shipped.all();
    }

    @Override
    public Optional<Setting> find(String id) {
        return shipped.find(id);
    }

    @Override
    public String value(String id, String agencyCode) {
        Map<String, String> choices = choices(id);
        String code = agencyCode.equals("00") ? "" : agencyCode;
        for (int length = code.length(); length >= 0; length--) {
            String chosen = choices.get(code.substring(0, length));
            if (chosen != null) {
                return chosen;
            }
        }
        return shipped.value(id, agencyCode);
    }

    private static Map<String, Map<String, String>> byId(List<Choice> all) {
        Map<String, Map<String, String>> byId = new HashMap<>();
        all.forEach(choice ->
                byId.computeIfAbsent(choice.id(), id -> new HashMap<>()).put(choice.agencyCode(), choice.value()));
        return byId;
    }
}
