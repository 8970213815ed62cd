package org.fangxin.duplicate.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.duplicate.store.MassRows.Group;
import org.fangxin.duplicate.store.MassRows.Member;
import org.fangxin.merchant.Likeness;
import org.springframework.stereotype.Component;

/**
 * Which stories of a group are alike. A story of an opening never changes, so a pair is compared once while the process lives:
 * a load of the list compares nothing, a case that came in since is compared with its group. Numbers of cases alone are kept,
 * of the groups asked for last.
 */
@Component
class StoryNeighbours {
    private static final int GROUPS = 500;

    private record Key(String agency, Group group) {}

    /** Who was compared with everybody before him, and whom each is alike. */
    private static final class Known {
        private final Set<String> compared = new HashSet<>();
        private final Map<String, Set<String>> alike = new HashMap<>();
    }

    private final Map<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > GROUPS;
        }
    };
    private long comparisons;

    /** The member with the most stories like his own, and those; in the order given. */
    synchronized List<Member> largest(String agency, Group group, List<Member> all) {
        Known of = known.computeIfAbsent(new Key(agency, group), none -> new Known());
        learn(of, all);
        return all.stream()
                .map(middle -> around(of, middle, all))
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** How many pairs of stories were compared so far. */
    synchronized long comparisons() {
        return comparisons;
    }

    private void learn(Known of, List<Member> all) {
        List<Member> fresh =
                all.stream().filter(one -> !of.compared.contains(one.caseNo())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, Likeness.Text> texts = new HashMap<>();
        all.forEach(one -> texts.put(one.caseNo(), new Likeness.Text(one.story())));
        List<Member> before = new ArrayList<>(
                all.stream().filter(one -> of.compared.contains(one.caseNo())).toList());
        for (Member one : fresh) {
            before.forEach(other -> compare(of, one.caseNo(), other.caseNo(), texts));
            before.add(one);
            of.compared.add(one.caseNo());
        }
    }

    private void compare(Known of, String one, String other, Map<String, Likeness.Text> texts) {
        comparisons++;
        Likeness.Text mine = Objects.requireNonNull(texts.get(one));
        Likeness.Text theirs = Objects.requireNonNull(texts.get(other));
        if (Likeness.percent(mine, theirs) >= Comparison.ALIKE) {
            of.alike.computeIfAbsent(one, none -> new HashSet<>()).add(other);
            of.alike.computeIfAbsent(other, none -> new HashSet<>()).add(one);
        }
    }

    private static List<Member> around(Known of, Member middle, List<Member> all) {
        Set<String> alike = of.alike.getOrDefault(middle.caseNo(), Set.of());
        return all.stream()
                .filter(one -> one == middle || alike.contains(one.caseNo()))
                .toList();
    }
}
