package org.fangxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The diagram of rooms in {@code docs/architecture.md} is what the compiled program says, no more and no less. */
class ArchitectureDocumentTest {
    private static final Path PAGE = Path.of("docs/architecture.md");

    @Test
    void drawsTheRoomsAsTheyUseEachOther() throws IOException {
        assertThat(Files.readString(PAGE)).contains(drawn(nearest(uses())));
    }

    private static Map<String, Set<String>> uses() {
        ApplicationModules modules = ApplicationModules.of(FangxinApplication.class);
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ApplicationModule module : modules) {
            Set<String> used = new TreeSet<>();
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(one -> one.getIdentifier().toString())
                    .filter(name -> !name.equals(module.getIdentifier().toString()))
                    .forEach(used::add);
            uses.put(module.getIdentifier().toString(), used);
        }
        return uses;
    }

    /** Only the arrows that no longer way replaces: a room that is reached over another one is not drawn twice. */
    private static Map<String, Set<String>> nearest(Map<String, Set<String>> uses) {
        Map<String, Set<String>> nearest = new TreeMap<>();
        uses.forEach((room, used) -> {
            Set<String> kept = new TreeSet<>(used);
            used.forEach(over -> reach(over, uses).forEach(kept::remove));
            nearest.put(room, kept);
        });
        return nearest;
    }

    private static Set<String> reach(String room, Map<String, Set<String>> uses) {
        Set<String> found = new TreeSet<>();
        for (String next : uses.getOrDefault(room, Set.of())) {
            if (found.add(next)) {
                found.addAll(reach(next, uses));
            }
        }
        return found;
    }

    private static String drawn(Map<String, Set<String>> edges) {
        StringBuilder mermaid = new StringBuilder("```mermaid\nflowchart TD\n");
        edges.forEach((room, used) -> used.forEach(one ->
                mermaid.append("    ").append(room).append(" --> ").append(one).append('\n')));
        return mermaid.append("```\n").toString();
    }
}
