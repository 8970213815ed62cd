package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a running program holds, looked at again and again: whether any of it only grows. */
final class Vitals {
    private static final Pattern USED = Pattern.compile("(?m)^\\s*(?:DefNew|Tenured)\\s+total \\d+K, used (\\d+)K");
    private static final double KILOBYTES = 1024;
    private static final double NANOS_AN_HOUR = 3600e9;
    /** How much the living heap may grow in an hour, in megabytes. */
    private static final double HEAP_AN_HOUR = 1;
    /** A slope is told from none when it is as many of its own errors away. */
    private static final double ERRORS = 3;
    /** As many as come and go with the calls that are under way. */
    private static final double BREATH = 12;

    private final Program program;
    private final Home home;
    private final Path left;
    private final long begun = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();

    /**
     * One look.
     *
     * @param megabytes of the heap that live after a full collection
     * @param left files in the folders in which the program only works
     */
    private record Sample(
            double hours, double megabytes, double descriptors, double threads, double connections, double left) {}

    /** @param left the folder that this program has for passing files */
    Vitals(Program program, Home home, Path left) {
        this.program = program;
        this.home = home;
        this.left = left;
    }

    void look() throws IOException, InterruptedException, SQLException {
        Path process = Path.of("/proc/" + program.handle().pid());
        jcmd("GC.run");
        samples.add(new Sample(
                (System.nanoTime() - begun) / NANOS_AN_HOUR,
                living(jcmd("GC.heap_info")),
                entries(process.resolve("fd")),
                entries(process.resolve("task")),
                home.number("select count(*) from pg_stat_activity where usename = 'fx_app'"),
                files(left) + files(home.files().resolve("work"))));
    }

    private String jcmd(String what) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("safety.java")).resolveSibling("jcmd");
        return Command.run(tool.toString(), Long.toString(program.handle().pid()), what);
    }

    static double living(String heap) {
        Matcher used = USED.matcher(heap);
        double all = 0;
        while (used.find()) {
            all += Long.parseLong(used.group(1));
        }
        if (all == 0) {
            throw new IllegalStateException("The heap says nothing of itself: " + heap);
        }
        return all / KILOBYTES;
    }

    private static double entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    private static double files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** The last two thirds: until then the program still warms up. */
    void judge(Verdict verdict, Map<String, Object> figures) {
        List<Sample> steady = samples.subList(samples.size() / 3, samples.size());
        Slope heap = Slope.of(steady, Sample::megabytes);
        figures.put("looks", samples.size());
        figures.put("liveHeapMegabytes", rounded(steady.getLast().megabytes()));
        figures.put("liveHeapMegabytesAnHour", rounded(heap.anHour()));
        figures.put("itsStandardError", rounded(heap.error()));
        if (heap.anHour() - ERRORS * heap.error() > HEAP_AN_HOUR) {
            verdict.broken("the living heap grows", rounded(heap.anHour()) + " MB an hour");
        }
        Map<String, ToDoubleFunction<Sample>> level = new LinkedHashMap<>();
        level.put("descriptors", Sample::descriptors);
        level.put("threads", Sample::threads);
        level.put("connections", Sample::connections);
        level.put("filesLeft", Sample::left);
        level.forEach((name, what) -> level(name, what, steady, verdict, figures));
    }

    private static void level(
            String name,
            ToDoubleFunction<Sample> what,
            List<Sample> steady,
            Verdict verdict,
            Map<String, Object> figures) {
        double early = median(steady.subList(0, steady.size() / 2), what);
        double late = median(steady.subList(steady.size() / 2, steady.size()), what);
        figures.put(name, rounded(early) + " → " + rounded(late));
        if (late > early + BREATH) {
            verdict.broken(name + " only grow", rounded(early) + " → " + rounded(late));
        }
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> what) {
        return samples.stream().mapToDouble(what).sorted().toArray()[samples.size() / 2];
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** A straight line through the looks, by least squares, and how sure its slope is. */
    record Slope(double anHour, double error) {
        static <T> Slope of(List<T> samples, ToDoubleFunction<T> hours, ToDoubleFunction<T> what) {
            double n = samples.size();
            double middle = samples.stream().mapToDouble(hours).sum() / n;
            double level = samples.stream().mapToDouble(what).sum() / n;
            double spread = 0;
            double together = 0;
            for (T one : samples) {
                double away = hours.applyAsDouble(one) - middle;
                spread += away * away;
                together += away * (what.applyAsDouble(one) - level);
            }
            double slope = together / spread;
            double rest = samples.stream()
                    .mapToDouble(one -> what.applyAsDouble(one) - level - slope * (hours.applyAsDouble(one) - middle))
                    .map(missed -> missed * missed)
                    .sum();
            return new Slope(slope, Math.sqrt(rest / (n - 2) / spread));
        }

        private static Slope of(List<Sample> samples, ToDoubleFunction<Sample> what) {
            return of(samples, Sample::hours, what);
        }
    }
}
