package org.fangxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was measured at every size, in one drawing: cases to the right, the 95th percentile upwards, both by powers of ten. */
final class Picture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 520;
    private static final int LEFT = 70;
    private static final int BOTTOM = 60;
    private static final int TOP = 30;
    private static final int LEGEND = 330;
    private static final int LINE = 18;
    private static final double FEWEST = 4;
    private static final double MOST = 7;
    private static final double QUICKEST = 0;
    private static final double SLOWEST = 4;
    private static final List<String> COLOURS = List.of(
            "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22",
            "#17becf", "#1a55a3", "#a35b1a");

    private final Map<String, TreeMap<Long, Double>> lines = new TreeMap<>();

    private Picture() {}

    /** Draws {@code desk.svg} from all figures of the desk and of search in the folder. */
    static void draw(Path results, JsonMapper json) {
        Picture picture = new Picture();
        try (Stream<Path> files = Files.list(results)) {
            files.filter(file -> file.getFileName().toString().matches("(desk|search)-\\d+\\.json"))
                    .sorted()
                    .forEach(file -> picture.read(json.readTree(file.toFile())));
            Files.writeString(results.resolve("desk.svg"), picture.svg());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read(JsonNode figures) {
        long cases = figures.get("cases").asLong();
        for (String part : List.of("desk", "search")) {
            for (JsonNode one : figures.path(part)) {
                if (one.get("scope").asString().equals("00")) {
                    String what = part.equals("desk") ? "" : "search: ";
                    lines.computeIfAbsent(what + one.get("what").asString(), name -> new TreeMap<>())
                            .put(cases, one.get("p95ms").asDouble());
                }
            }
        }
    }

    private String svg() {
        StringBuilder out = new StringBuilder();
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, HEIGHT));
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        out.append(text(LEFT, TOP - 12, "p95 over the whole nation, milliseconds, by number of cases"));
        for (int power = (int) QUICKEST; power <= SLOWEST; power++) {
            double y = y(Math.pow(10, power));
            out.append(line(LEFT, y, WIDTH - LEGEND, y, "#ddd"));
            out.append(text(8, y + 4, "%,d ms".formatted((long) Math.pow(10, power))));
        }
        for (int power = (int) FEWEST; power <= MOST; power++) {
            double x = x((long) Math.pow(10, power));
            out.append(line(x, TOP, x, HEIGHT - BOTTOM, "#ddd"));
            out.append(text(x - 25, HEIGHT - BOTTOM + 20, "%,d".formatted((long) Math.pow(10, power))));
        }
        int n = 0;
        for (Map.Entry<String, TreeMap<Long, Double>> one : lines.entrySet()) {
            String colour = COLOURS.get(n % COLOURS.size());
            out.append(curve(one.getValue(), colour));
            out.append(line(WIDTH - LEGEND + 15, TOP + n * LINE - 4, WIDTH - LEGEND + 40, TOP + n * LINE - 4, colour));
            out.append(text(WIDTH - LEGEND + 46, TOP + n * LINE, one.getKey()));
            n++;
        }
        return out.append("</svg>\n").toString();
    }

    private static String curve(TreeMap<Long, Double> points, String colour) {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        points.forEach((cases, ms) -> {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(x(cases)))
                    .append(',')
                    .append(number(y(ms)));
            dots.append("<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>\n"
                    .formatted(number(x(cases)), number(y(ms)), colour));
        });
        return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n".formatted(path, colour) + dots;
    }

    private static double x(long cases) {
        double part = (Math.log10(Math.max(cases, 1)) - FEWEST) / (MOST - FEWEST);
        return LEFT + Math.clamp(part, 0, 1) * (WIDTH - LEGEND - LEFT);
    }

    private static double y(double ms) {
        double part = (Math.log10(Math.max(ms, 0.1)) - QUICKEST) / (SLOWEST - QUICKEST);
        return HEIGHT - BOTTOM - Math.clamp(part, 0, 1) * (HEIGHT - BOTTOM - TOP);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2), colour);
    }

    private static String text(double x, double y, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(number(x), number(y), safe);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
