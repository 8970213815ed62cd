package org.fangxin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void readsEveryUsualEncoding(String charset) {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        byte[] file = (mark + "编号,内容\n1,冰箱不制冷\n").getBytes(Charset.forName(charset));

        assertThat(rows(file)).containsExactly(SheetRow.of(2, List.of("1", "冰箱不制冷")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a,b", "PK"})
    void readsAFileThatIsShorterThanAnySign(String content) {
        assertThat(header(content.getBytes(StandardCharsets.UTF_8))).containsExactly(content.split(","));
    }

    @Test
    void leavesTheMarkOfUtf8OutOfTheHeader() {
        assertThat(header("\uFEFF编号,内容\n".getBytes(StandardCharsets.UTF_8))).containsExactly("编号", "内容");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"编号,内容#1,a;b", "编号;内容#1;a,b", "编号\t内容#1\ta;b"})
    void findsTheDelimiter(String header, String row) {
        assertThat(rows((header + "\n" + row).getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .cells())
                .hasSize(2);
    }

    @Test
    void countsTheLinesOfRowsThatGoOverSeveral() {
        List<SheetRow> rows = rows("编号,内容\r\n\r\n1,\"第一行\r\n第二行\"\r\n2,后一行\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).containsExactly(SheetRow.of(3, List.of("1", "第一行\n第二行")), SheetRow.of(5, List.of("2", "后一行")));
    }

    @Test
    void losesOnlyTheRowWhoseQuoteIsNotClosed() {
        List<SheetRow> rows = rows("""
                编号,内容
                1,"没有关上的引号
                2,"好的"
                3,"也好的",
                4,5"的管子
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(SheetRow::line).containsExactly(2, 3, 4, 5);
        assertThat(rows.getFirst().fault()).startsWith("引号没有配对");
        assertThat(rows.subList(1, 4)).extracting(SheetRow::fault).containsOnly("");
        assertThat(rows.get(3).cells()).containsExactly("4", "5\"的管子");
    }

    @Test
    void losesOnlyTheLastRowWhenItsQuoteNeverCloses() {
        List<SheetRow> rows = rows("编号,内容\n1,\"开头\n2,行\n3,行\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(SheetRow::line).containsExactly(2, 3, 4);
        assertThat(rows).extracting(row -> row.fault().isEmpty()).containsExactly(false, true, true);
    }

    @Test
    void namesTheRowWhoseCharactersAreDamaged() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("编号,内容\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 30; i++) {
            file.write((i + ",冰箱第二天就不制冷\n").getBytes(StandardCharsets.UTF_8));
        }
        file.write("31,冰".getBytes(StandardCharsets.UTF_8));
        file.write(0xB1);
        file.write("\n32,好的\n".getBytes(StandardCharsets.UTF_8));

        List<SheetRow> rows = rows(file.toByteArray());

        assertThat(rows).hasSize(32);
        assertThat(rows.get(30).fault()).contains("认不出的字符");
        assertThat(rows.get(31).cells()).containsExactly("32", "好的");
    }

    @Test
    void readsExcelWithDatesAndNumbersAsAReaderSeesThem() throws IOException {
        List<SheetRow> rows = rows(excel());

        assertThat(rows)
                .containsExactly(
                        SheetRow.of(2, List.of("1", "冰箱", "2026-05-02 09:30:00", "1980.5", "13800000000")),
                        SheetRow.of(4, List.of("2", "", "45211.6")));
    }

    @Test
    void saysWhatAnOldOrForeignFileIs() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThatThrownBy(() -> rows(old)).isInstanceOf(UnreadableFile.class).hasMessageContaining("另存为 xlsx");
        assertThatThrownBy(() -> rows(new byte[0])).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> rows("PK\3\4nonsense".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void readsTheSheetWithRowsAndNamesTheOthers() throws IOException {
        byte[] file = workbook(book -> {
            book.newWorksheet("封面");
            fill(book.newWorksheet("一月"), "编号,内容,电话", "1,冰箱,13800000000");
            fill(book.newWorksheet("二月"), "编号,内容,电话", "2,水壶,13800000000");
            fill(book.newWorksheet("说明"), "只有一行");
        });

        try (Sheet sheet = Sheets.open(() -> new ByteArrayInputStream(file))) {
            assertThat(sheet.header()).containsExactly("编号", "内容", "电话");
            assertThat(sheet.notes())
                    .singleElement()
                    .asString()
                    .contains("一月", "二月")
                    .doesNotContain("说明", "封面");
        }
    }

    @Test
    void saysThatAWorkbookHoldsNoRows() {
        assertThatThrownBy(() -> rows(workbook(book -> {
                    book.newWorksheet("一");
                    fill(book.newWorksheet("二"), "编号,内容");
                })))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("没有可以导入的行");
    }

    @Test
    void passesOverATitleAboveTheHeader() throws IOException {
        byte[] file = workbook(book ->
                fill(book.newWorksheet("来件"), "2026 年登记表", "填报单位：样例局", "", "编号,内容,电话", "1,冰箱,13800000000", "2"));

        assertThat(header(file)).containsExactly("编号", "内容", "电话");
        assertThat(rows(file)).extracting(SheetRow::line).containsExactly(5, 6);
    }

    @Test
    void losesNoRowOfANarrowTableWhileLookingForTitles() throws IOException {
        byte[] narrow = workbook(book -> fill(book.newWorksheet("来件"), "内容", "一", "二", "三", "四", "五", "六", "七"));

        assertThat(header(narrow)).containsExactly("内容");
        assertThat(rows(narrow)).extracting(SheetRow::line).containsExactly(2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void givesEachRowTheValueOfACellMergedOverSeveral() throws IOException {
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("来件");
            fill(sheet, "商家,编号,内容", "样例商店,1,冰箱", ",2,水壶", ",3,电扇", ",4,别家的");
            sheet.range(1, 0, 3, 0).merge();
        });

        assertThat(rows(file)).extracting(row -> row.cells().getFirst()).containsExactly("样例商店", "样例商店", "样例商店", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n%", "<html><table><tr><td>1</td></tr></table>", "\u0089PNG\r\n\u001a\n\0\0\0"})
    void saysThatAFileIsNoTableWhateverItsName(String content) {
        byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Sheets.open(() -> new ByteArrayInputStream(file), "来件.csv"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("不是表格");
    }

    @Test
    void saysThatAFileCalledExcelIsNone() {
        byte[] text = "编号,内容\n1,冰箱\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Sheets.open(() -> new ByteArrayInputStream(text), "来件.XLSX"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("内容却不是 Excel");
        try (Sheet sheet = Sheets.open(() -> new ByteArrayInputStream(text), "来件.csv")) {
            assertThat(sheet.header()).containsExactly("编号", "内容");
        }
    }

    @Test
    void saysThatAPackageOfAnotherKindIsNoExcel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("word/document.xml"));
            zip.write("<document/>".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> rows(out.toByteArray()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("不是 Excel");
    }

    private static byte[] workbook(java.util.function.Consumer<Workbook> filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            filling.accept(book);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, String... rows) {
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(",");
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
    }

    private static byte[] excel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("来件");
            for (int i = 0; i < 5; i++) {
                sheet.value(0, i, new String[] {"编号", "商品", "时间", "金额", "电话"}[i]);
            }
            sheet.value(1, 0, 1);
            sheet.value(1, 1, "冰箱");
            sheet.value(1, 2, LocalDateTime.of(2026, 5, 2, 9, 30));
            sheet.style(1, 2).format("yyyy\"年\"m\"月\"d\"日\" h:mm").set();
            sheet.value(1, 3, 1980.5);
            sheet.value(1, 4, 13800000000L);
            sheet.value(3, 0, 2);
            sheet.value(3, 2, 45211.6);
        }
        return out.toByteArray();
    }

    private static List<SheetRow> rows(byte[] file) {
        try (Sheet sheet = Sheets.open(() -> new ByteArrayInputStream(file))) {
            List<SheetRow> rows = new ArrayList<>();
            sheet.rows().forEachRemaining(rows::add);
            return rows;
        }
    }

    private static List<String> header(byte[] file) {
        try (Sheet sheet = Sheets.open(() -> new ByteArrayInputStream(file))) {
            return sheet.header();
        }
    }
}
