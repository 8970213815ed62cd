package org.fangxin.intake.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fangxin.intake.internal.file.ContentCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentCheckTest {
    @TempDir
    Path folder;

    static Stream<Arguments> harmless() throws IOException {
        return Stream.of(
                Arguments.of(FileType.JPEG, Pictures.photograph()),
                Arguments.of(FileType.PNG, Pictures.drawing()),
                Arguments.of(FileType.WEBP, Pictures.webp()),
                Arguments.of(FileType.TXT, "5月2日买的冰箱".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(FileType.TXT, "五月二日买的冰箱，第二天就不制冷。".getBytes(Charset.forName("GB18030"))),
                Arguments.of(FileType.PDF, "%PDF-1.4\n1 0 obj<<>>endobj".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(FileType.HEIC, box("ftypheic")),
                Arguments.of(FileType.MP4, box("ftypisom")),
                Arguments.of(FileType.MOV, box("ftypqt  ")),
                Arguments.of(FileType.M4A, box("ftypM4A ")),
                Arguments.of(FileType.MP3, bytes("ID3\3\0\0\0\0\0\0")),
                Arguments.of(FileType.WAV, bytes("RIFF\44\0\0\0WAVEfmt \20\0\0\0")),
                Arguments.of(FileType.DOCX, zip("[Content_Types].xml", "word/document.xml")),
                Arguments.of(
                        FileType.DOCX,
                        letter(
                                "word/_rels/settings.xml.rels",
                                "<Relationship Type='.../attachedTemplate' Target='file:///C:\\Normal.dotm'/>")),
                Arguments.of(
                        FileType.DOCX,
                        letter(
                                "word/_rels/document.xml.rels",
                                "<Relationship Type='.../hyperlink' Target='https://example.cn/'/>")),
                Arguments.of(FileType.XLSX, zip("[Content_Types].xml", "xl/workbook.xml")));
    }

    static Stream<Arguments> harmful() throws IOException {
        return Stream.of(
                Arguments.of("a web page", bytes("<!DOCTYPE html><html><script>alert(1)</script></html>")),
                Arguments.of(
                        "a drawing with scripts", bytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")),
                Arguments.of("a program", bytes("MZ\220\0\3\0\0\0\4\0\0\0\377\377")),
                Arguments.of("a program for Linux", bytes("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0")),
                Arguments.of("a shell script", bytes("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("an archive", zip("a.txt")),
                Arguments.of("macros", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of("controls", zip("[Content_Types].xml", "word/document.xml", "word/activeX/a.bin")),
                Arguments.of("a part for elsewhere", zip("[Content_Types].xml", "word/document.xml", "../../a")),
                Arguments.of("a part for another drive", zip("[Content_Types].xml", "xl/workbook.xml", "C:\\a")),
                Arguments.of("a document type", letter("word/header1.xml", "<!DOCTYPE d [<!ENTITY x 'y'>]><d/>")),
                Arguments.of(
                        "a template elsewhere",
                        letter(
                                "word/_rels/settings.xml.rels",
                                "<Relationship Type='.../attachedTemplate' Target='https://example.cn/t.dotm'/>")),
                Arguments.of("a bomb", bomb()),
                Arguments.of("65,000 × 65,000 pixels", Pictures.flood()),
                Arguments.of("half a picture", java.util.Arrays.copyOf(Pictures.drawn("png"), 12)),
                Arguments.of("bytes without meaning", new byte[] {1, 0, 2, 0, 3}),
                Arguments.of("nothing", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void knowsAFileByItsContent(FileType type, byte[] content) throws IOException {
        assertThat(ContentCheck.check(file(content)).type()).contains(type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void refusesWithASentence(String what, byte[] content) throws IOException {
        Verdict verdict = ContentCheck.check(file(content));

        assertThat(verdict.type()).as(what).isEmpty();
        assertThat(verdict.sentence()).endsWith("。").hasSizeGreaterThan(10);
    }

    @Test
    void isNotFooledByAName() throws IOException {
        Path disguised = Files.write(folder.resolve("photo.jpg"), bytes("<html><body>hello</body></html>"));

        assertThat(ContentCheck.check(disguised).type()).isEmpty();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }

    private static byte[] box(String brand) {
        return bytes("\0\0\0\30" + brand + "\0\0\0\0mp42isom\0\0\0\10free");
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("<x/>"));
            }
        }
        return out.toByteArray();
    }

    private static byte[] letter(String part, String xml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(bytes("<x/>"));
            zip.putNextEntry(new ZipEntry(part));
            zip.write(bytes(xml));
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 20; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
