package org.fangxin.safety;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S17: what the program is made of is all named, and whoever makes it again from the same commit gets the same bytes. */
final class SupplyChain implements Experiment {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JAVA = "target/sbom/java.cdx.json";
    private static final String WEB = "target/sbom/web.cdx.json";

    @Override
    public String id() {
        return "S17";
    }

    @Override
    public String promise() {
        return "软件物料清单（CycloneDX）写全了包里的每一个库和网页的每一个包，没有 SNAPSHOT，来源都钉了校验和；同一个提交在两处构建出的包逐字节相同；代码里没有密钥";
    }

    @Override
    public String plant() {
        return "一个多了一项的包、一份少了一项还带 SNAPSHOT 的清单、一个没有校验和的来源、一把私钥";
    }

    /** The two places. */
    @Override
    public boolean campaign() {
        return true;
    }

    @Override
    public int usualRounds() {
        return 2;
    }

    @Override
    public String unit() {
        return "files and components";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Path one = cloned(setting.work().resolve("s17-one"));
        // another length of the path: what is written into the package must not tell where it was made
        Path other = cloned(setting.work().resolve("s17-other/further/away"));
        try {
            Map<String, String> breaks = new LinkedHashMap<>();
            Map<String, Object> figures = new LinkedHashMap<>();
            List<String> files = Command.run("git", "-C", one.toString(), "-c", "core.quotePath=false", "ls-files")
                    .lines()
                    .toList();
            secrets(one, files, breaks);
            Path jar = built(one, "Asia/Shanghai");
            int entries = Packages.compare(jar, built(other, "America/Lima"), breaks);
            inFolder(one, "./fangxin", "sbom");
            int named = bill(one, Packages.libraries(jar), breaks);
            figures.put("filesScanned", files.size());
            figures.put("entriesCompared", entries);
            figures.put("componentsNamed", named);
            return new Outcome(files.size() + entries + named, figures, breaks);
        } finally {
            FileSystemUtils.deleteRecursively(one);
            FileSystemUtils.deleteRecursively(setting.work().resolve("s17-other"));
        }
    }

    private static Path cloned(Path place) throws Exception {
        FileSystemUtils.deleteRecursively(place);
        Files.createDirectories(place.getParent());
        Command.run("git", "clone", "-q", "--no-hardlinks", ".", place.toString());
        // what npm ci would fetch again; there is no network in here
        Command.run(
                "cp",
                "-a",
                "web/node_modules",
                place.resolve("web/node_modules").toString());
        Command.run(
                "touch", place.resolve("web/node_modules/.package-lock.json").toString());
        return place;
    }

    private static Path built(Path place, String zone) throws Exception {
        inFolder(place, "env", "TZ=" + zone, "mvn", "-q", "-B", "-o", "package", "-DskipTests");
        try (Stream<Path> all = Files.list(place.resolve("target"))) {
            return all.filter(file -> file.getFileName().toString().matches("fangxin-[\\d.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void inFolder(Path place, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("env", "-C", place.toString()));
        all.addAll(List.of(command));
        Command.run(all.toArray(String[]::new));
    }

    private static void secrets(Path tree, List<String> files, Map<String, String> breaks) throws IOException {
        List<String> found = SecretScan.of(tree, files);
        if (!found.isEmpty()) {
            breaks.put("a secret lies in the tree", found.size() + " × " + found.subList(0, Math.min(8, found.size())));
        }
    }

    /** How many components both bills name. */
    private static int bill(Path place, Map<String, String> libraries, Map<String, String> breaks) throws IOException {
        JsonNode java = JSON.readTree(Files.readAllBytes(place.resolve(JAVA)));
        JsonNode web = JSON.readTree(Files.readAllBytes(place.resolve(WEB)));
        Set<String> hashes = new HashSet<>();
        java.get("components")
                .forEach(one -> one.path("hashes")
                        .forEach(hash -> hashes.add(hash.get("content").asString())));
        libraries.forEach((name, hash) -> {
            if (!hashes.contains(hash)) {
                breaks.putIfAbsent("a library of the package is not in the bill", name);
            }
        });
        Set<String> packages = new HashSet<>();
        web.get("components").forEach(one -> packages.add(one.get("purl").asString()));
        JsonNode lock = JSON.readTree(Files.readAllBytes(place.resolve("web/package-lock.json")));
        lock.get("packages").properties().forEach(one -> locked(one.getKey(), one.getValue(), packages, breaks));
        for (JsonNode part : List.of(java, web)) {
            part.get("components").forEach(one -> component(one, breaks));
        }
        return java.get("components").size() + web.get("components").size();
    }

    private static void locked(String path, JsonNode part, Set<String> packages, Map<String, String> breaks) {
        if (path.isEmpty()) {
            return;
        }
        if (part.path("integrity").asString("").isEmpty()) {
            breaks.putIfAbsent("a source without a checksum", path);
        }
        String name = path.substring(path.lastIndexOf("node_modules/") + "node_modules/".length());
        String purl = "pkg:npm/" + name.replace("@", "%40") + "@"
                + part.get("version").asString();
        if (!part.path("dev").asBoolean(false) && !packages.contains(purl)) {
            breaks.putIfAbsent("a package of the pages is not in the bill", purl);
        }
    }

    private static void component(JsonNode one, Map<String, String> breaks) {
        String name = one.path("purl").asString("") + " " + one.path("version").asString("");
        if (name.toUpperCase(java.util.Locale.ROOT).contains("SNAPSHOT")) {
            breaks.putIfAbsent("a version that may still change", name);
        }
        if (one.path("purl").asString("").isEmpty()
                || one.path("version").asString("").isEmpty()) {
            breaks.putIfAbsent(
                    "a component without name or version", one.path("name").asString());
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        Path place = setting.work().resolve("s17-control");
        FileSystemUtils.deleteRecursively(place);
        Files.createDirectories(place.resolve("target/sbom"));
        Files.createDirectories(place.resolve("web"));
        try {
            Map<String, String> breaks = new LinkedHashMap<>();
            Files.writeString(
                    place.resolve("planted.pem"),
                    "-----BEGIN " + "PRIVATE KEY-----\n" + "MIG2".repeat(12) + "\n-----END " + "PRIVATE KEY-----\n");
            secrets(place, List.of("planted.pem"), breaks);
            Packages.compare(jar(place, "one.jar", "a"), jar(place, "other.jar", "a", "b"), breaks);
            Files.writeString(
                    place.resolve(JAVA),
                    "{\"components\":[{\"purl\":\"pkg:maven/a/b@1-SNAPSHOT\",\"version\":\"1-SNAPSHOT\"}]}");
            Files.writeString(place.resolve(WEB), "{\"components\":[]}");
            Files.writeString(
                    place.resolve("web/package-lock.json"),
                    "{\"packages\":{\"node_modules/vue\":{\"version\":\"3\"}}}");
            bill(place, Map.of("missing.jar", "00"), breaks);
            // each of the six ways of finding has found
            return new Outcome(6, Map.of(), breaks.size() == 6 ? breaks : Map.of());
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private static Path jar(Path place, String name, String... entries) throws IOException {
        Path jar = place.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String one : entries) {
                ZipEntry entry = new ZipEntry(one);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(one.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
