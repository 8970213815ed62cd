package org.fangxin.region.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.fangxin.region.Division;

/**
 * The divisions as shipped ({@code data/divisions} tells where they come from).
 *
 * @param version the file's first line: names and versions of its sources
 * @param divisions ordered by code, parents before children
 */
public record DivisionFile(String version, List<Division> divisions) {
    private static final String RESOURCE = "/region/divisions.csv.gz";

    /** Reads the file inside the program. */
    public static DivisionFile read() {
        try (InputStream packed = DivisionFile.class.getResourceAsStream(RESOURCE)) {
            if (packed == null) {
                throw new IllegalStateException("The program has no " + RESOURCE);
            }
            return read(new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    private static DivisionFile read(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first == null || !first.startsWith("# ")) {
            throw new IOException("The first line does not name the sources");
        }
        return new DivisionFile(
                first.substring(2), lines.lines().map(DivisionFile::division).toList());
    }

    private static Division division(String line) {
        int comma = line.indexOf(',');
        return new Division(line.substring(0, comma), line.substring(comma + 1));
    }
}
