package org.fangxin.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files that would have whoever opens them fetch an address or read a file of this machine, beside those of {@link HarmfulFiles}. */
final class ReachingFiles {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final List<String> RELATIONS =
            List.of("image", "hyperlink", "aFChunk", "oleObject", "frame", "subDocument");

    private ReachingFiles() {}

    /** @param local the path of a file of this machine that nobody may be brought to read */
    static List<HarmfulFiles.Harmful> all(String address, String local) throws IOException {
        List<HarmfulFiles.Harmful> all = new ArrayList<>(HarmfulFiles.reachingOut(address));
        for (String target : List.of(address, "file://" + local)) {
            String kind = target.equals(address) ? "net" : "local";
            for (String relation : RELATIONS) {
                all.add(saved(
                        kind + "-" + relation + ".docx",
                        WORD,
                        related("word/_rels/document.xml.rels", relation, target)));
            }
            all.add(saved(
                    kind + "-other-book.xlsx",
                    WORD,
                    related("xl/externalLinks/_rels/externalLink1.xml.rels", "externalLinkPath", target)));
            all.add(saved(
                    kind + ".svg",
                    "image/svg+xml",
                    utf8("<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"" + target
                            + "\"/></svg>")));
            all.add(saved(
                    kind + ".html",
                    "text/html",
                    utf8("<html><img src=\"" + target + "\"><iframe src=\"" + target + "\">")));
            all.add(saved(kind + ".txt", "text/plain", utf8("见 <img src=\"" + target + "\">")));
            all.add(saved(kind + "-goes.pdf", "application/pdf", acting("/S /GoToR /F (" + target + ") /D [0 /Fit]")));
            all.add(saved(kind + "-sends.pdf", "application/pdf", acting("/S /SubmitForm /F (" + target + ")")));
            all.add(saved(kind + "-takes.pdf", "application/pdf", acting("/S /ImportData /F (" + target + ")")));
            String entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + target + "\">]>";
            all.add(saved(kind + ".xml", "text/xml", utf8(entity + "<a>&e;</a>")));
            all.add(saved(kind + ".csv", "text/csv", utf8("编号,内容\r\n1,\"=WEBSERVICE(\"\"" + target + "\"\")\"\r\n")));
        }
        return all;
    }

    /** Some doors refuse them and some keep them to be saved: what counts is that nobody follows them. */
    private static HarmfulFiles.Harmful saved(String name, String type, byte[] content) {
        return new HarmfulFiles.Harmful(name, type, content, true);
    }

    private static byte[] acting(String action) {
        return HarmfulFiles.paper("/OpenAction << " + action + " >>");
    }

    private static byte[] related(String part, String relation, String target) throws IOException {
        String xml = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r\" Type=\"" + RELATION + relation + "\" Target=\"" + target
                + "\" TargetMode=\"External\"/></Relationships>";
        return HarmfulFiles.officeWith(part, utf8(xml));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
