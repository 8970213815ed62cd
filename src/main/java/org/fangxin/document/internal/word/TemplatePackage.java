package org.fangxin.document.internal.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

/** What a Word file from outside holds beside its text: nothing may reach out, nothing may run, nothing may swell. */
final class TemplatePackage {
    private static final long LARGEST = 20L << 20;
    private static final Pattern INSTRUCTION =
            Pattern.compile("<w:instrText[^>]*>([^<]*)<|<w:fldSimple[^>]*w:instr=\"([^\"]*)\"");

    private static final Map<String, String> UNPRINTABLE = new LinkedHashMap<>();

    static {
        UNPRINTABLE.put("txbxContent", "文本框，PDF 里印不出来。请改成普通段落或者表格");
        UNPRINTABLE.put("<w:pict", "旧式图形，PDF 里印不出来。请删去，或者改成嵌入型图片");
        UNPRINTABLE.put("<w:object", "嵌入的对象。请删去");
        UNPRINTABLE.put("<m:oMath", "公式，PDF 里印不出来。请改成文字");
        UNPRINTABLE.put("drawingml/2006/chart", "图表，PDF 里印不出来。请删去");
        UNPRINTABLE.put("drawingml/2006/diagram", "智能图形，PDF 里印不出来。请删去");
        UNPRINTABLE.put("<w:altChunk", "引入的其他文件。请把内容直接写在模板里");
    }

    private TemplatePackage() {}

    static List<String> faults(byte[] docx) {
        if (swells(docx)) {
            return List.of("这个文件打不开，或者解开后超过 20 兆。请用 Word 另存为 .docx 再上传。");
        }
        List<String> faults = new ArrayList<>();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(docx))) {
            if (reachesOut(opened.getRelationships())) {
                faults.add(OUTSIDE);
            }
            for (PackagePart part : opened.getParts()) {
                look(part, faults);
            }
        } catch (InvalidFormatException | IOException | RuntimeException notWord) {
            return List.of("这不是 Word 文件（.docx），或者文件已经损坏。请用 Word 另存为 .docx 再上传。");
        }
        return faults.stream().distinct().toList();
    }

    private static final String OUTSIDE = "模板里有指向外部文件或者网址的链接。请取消链接，把内容直接写在模板里。";

    private static boolean swells(byte[] docx) {
        long all = 0;
        byte[] piece = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(piece); read > 0; read = zip.read(piece)) {
                    all += read;
                    if (all > LARGEST) {
                        return true;
                    }
                }
            }
            return all == 0;
        } catch (IOException | RuntimeException broken) {
            return true;
        }
    }

    private static void look(PackagePart part, List<String> faults) throws InvalidFormatException, IOException {
        String type = part.getContentType().toLowerCase(java.util.Locale.ROOT);
        if (type.contains("macro")
                || type.contains("vbaproject")
                || type.contains("oleobject")
                || type.contains("activex")) {
            faults.add("模板里有宏或者嵌入的程序。请另存为不带宏的 .docx。");
        }
        if (!part.isRelationshipPart() && part.hasRelationships() && reachesOut(part.getRelationships())) {
            faults.add(OUTSIDE);
        }
        if (type.endsWith("wordprocessingml.document.main+xml")
                || type.endsWith("footer+xml")
                || type.endsWith("header+xml")) {
            String xml = new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            UNPRINTABLE.forEach((sign, words) -> {
                if (xml.contains(sign)) {
                    faults.add("模板里有" + words + "。");
                }
            });
            fields(xml, faults);
        }
    }

    private static void fields(String xml, List<String> faults) {
        Matcher found = INSTRUCTION.matcher(xml);
        while (found.find()) {
            String told = found.group(1) == null ? found.group(2) : found.group(1);
            String name = told.strip().split("\\s+")[0].toUpperCase(java.util.Locale.ROOT);
            if (!name.isEmpty() && !List.of("PAGE", "NUMPAGES").contains(name)) {
                faults.add("模板里有域“" + name + "”，只可以用页码（PAGE）。请删去或者改成文字。");
            }
        }
    }

    private static boolean reachesOut(Iterable<PackageRelationship> relationships) {
        for (PackageRelationship one : relationships) {
            if (one.getTargetMode() == TargetMode.EXTERNAL) {
                return true;
            }
        }
        return false;
    }
}
