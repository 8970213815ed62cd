package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code docs/evidence}: one file an experiment, one entry a run, and a page that shows them all. */
final class Evidence {
    static final Path FOLDER = Path.of("docs/evidence");
    static final Path PAGE = FOLDER.resolve("README.md");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double THREE = 3;

    private Evidence() {}

    /** Adds a run to its experiment's file. */
    static void append(
            Experiment experiment,
            long seed,
            Experiment.Outcome measured,
            Experiment.Outcome control,
            InstantSource clock)
            throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(experiment.id() + ".json");
        ArrayNode runs =
                Files.exists(file) ? (ArrayNode) JSON.readTree(Files.readAllBytes(file)) : JSON.createArrayNode();
        runs.add(JSON.valueToTree(entry(experiment, seed, measured, control, clock)));
        Files.writeString(file, JSON.writeValueAsString(runs) + "\n");
        Files.writeString(PAGE, EvidencePage.of(all()));
    }

    private static Map<String, Object> entry(
            Experiment experiment,
            long seed,
            Experiment.Outcome measured,
            Experiment.Outcome control,
            InstantSource clock)
            throws IOException, InterruptedException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("experiment", experiment.id());
        entry.put("promise", experiment.promise());
        entry.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("commit", said("git", "rev-parse", "HEAD"));
        entry.put(
                "changedSince",
                !said("git", "status", "--porcelain", "--", "src/main", "pom.xml")
                        .isEmpty());
        entry.put("cores", Runtime.getRuntime().availableProcessors());
        entry.put("n", measured.rounds());
        entry.put("unit", experiment.unit());
        entry.put("bound95", Math.min(1, THREE / Math.max(1, measured.rounds())));
        entry.put("seed", seed);
        entry.put("figures", measured.figures());
        entry.put("verdict", measured.held() ? "HELD" : "BROKEN");
        entry.put("breaks", measured.breaks());
        Map<String, Object> twin = new LinkedHashMap<>();
        twin.put("plant", experiment.plant());
        twin.put("n", control.rounds());
        twin.put("verdict", control.held() ? "MISSED" : "FOUND");
        twin.put("breaks", control.breaks());
        entry.put("control", twin);
        return entry;
    }

    /** All runs of all experiments, by file name and in the order in which they were made. */
    static List<JsonNode> all() throws IOException {
        if (!Files.exists(FOLDER)) {
            return List.of();
        }
        List<JsonNode> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted(java.util.Comparator.comparing(Evidence::order))
                    .toList()) {
                JSON.readTree(Files.readAllBytes(file)).forEach(runs::add);
            }
        }
        return runs;
    }

    /** R2 before R10, and both before S1. */
    private static String order(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        return name.substring(0, 1) + "%03d".formatted(Integer.parseInt(name.substring(1)));
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? text.strip() : "unknown";
    }
}
