package org.fangxin.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Numbers of Excel as a reader sees them: dates as dates, others without an exponent. */
final class ExcelNumber {
    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int DAYS_1904 = 1462;

    private ExcelNumber() {}

    static String text(Cell cell, boolean since1904) {
        BigDecimal number = cell.asNumber();
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            BigDecimal serial = since1904 ? number.add(new BigDecimal(DAYS_1904)) : number;
            LocalDateTime at = Dates.ofSerial(serial);
            return at.toLocalTime().toSecondOfDay() == 0 ? at.toLocalDate().toString() : WITH_TIME.format(at);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }

    /** The built-in date formats, those of Chinese Excel, and own formats with year, month or day in them. */
    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null
                && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "").toLowerCase(java.util.Locale.ROOT);
        return !bare.contains("0") && !bare.contains("#") && bare.chars().anyMatch(c -> "ymdh".indexOf(c) >= 0);
    }
}
