package org.fangxin.document.internal.pdf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;

/** What holds for a paragraph in Word: its own setting, else its style's, else that of the style below it. */
final class Cascade {
    private static final double TWIPS_A_POINT = 20;
    private static final double DEFAULT_SIZE = 10.5;
    private static final int DEEPEST = 12;

    private final List<CTPPrBase> paragraph = new ArrayList<>();
    private final List<CTRPr> run = new ArrayList<>();

    Cascade(XWPFParagraph of) {
        if (of.getCTP().getPPr() != null) {
            paragraph.add(of.getCTP().getPPr());
        }
        XWPFDocument document = of.getDocument();
        XWPFStyles styles = document == null ? null : document.getStyles();
        if (styles != null) {
            chain(styles, of.getStyle() == null ? "Normal" : of.getStyle());
        }
    }

    private void chain(XWPFStyles styles, String first) {
        String id = first;
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            XWPFStyle style = styles.getStyle(id);
            if (style == null) {
                break;
            }
            if (style.getCTStyle().getPPr() != null) {
                paragraph.add(style.getCTStyle().getPPr());
            }
            if (style.getCTStyle().getRPr() != null) {
                run.add(style.getCTStyle().getRPr());
            }
            id = style.getBasisStyleID();
        }
        Optional.ofNullable(styles.getDefaultParagraphStyle())
                .map(defaults -> defaults.getPPr())
                .ifPresent(paragraph::add);
        Optional.ofNullable(styles.getDefaultRunStyle())
                .map(defaults -> defaults.getRPr())
                .ifPresent(run::add);
    }

    <T> Optional<T> first(Function<CTPPrBase, @Nullable T> read) {
        return paragraph.stream().map(read::apply).filter(Objects::nonNull).findFirst();
    }

    private <T> Optional<T> firstRun(@Nullable CTRPr own, Function<CTRPr, @Nullable T> read) {
        List<CTRPr> all = new ArrayList<>();
        if (own != null) {
            all.add(own);
        }
        all.addAll(run);
        return all.stream().map(read::apply).filter(Objects::nonNull).findFirst();
    }

    /** Points. */
    double size(@Nullable CTRPr own) {
        return firstRun(
                        own,
                        rpr -> rpr.sizeOfSzArray() == 0
                                ? null
                                : Double.parseDouble(rpr.getSzArray(0).getVal().toString()) / 2)
                .orElse(DEFAULT_SIZE);
    }

    boolean bold(@Nullable CTRPr own) {
        return firstRun(
                        own,
                        rpr -> rpr.sizeOfBArray() == 0
                                ? null
                                : on(rpr.getBArray(0).getVal()))
                .orElse(false);
    }

    boolean underlined(@Nullable CTRPr own) {
        return firstRun(
                        own,
                        rpr -> rpr.sizeOfUArray() == 0 || rpr.getUArray(0).getVal() == null
                                ? null
                                : !rpr.getUArray(0).getVal().toString().equals("none"))
                .orElse(false);
    }

    /** Six hex digits, or null for black. */
    @Nullable
    String colour(@Nullable CTRPr own) {
        return firstRun(
                        own,
                        rpr -> rpr.sizeOfColorArray() == 0
                                ? null
                                : rpr.getColorArray(0).xgetVal().getStringValue())
                .filter(value -> value.matches("[0-9A-Fa-f]{6}"))
                .orElse(null);
    }

    private static Boolean on(@Nullable Object value) {
        return value == null || !List.of("0", "false", "off").contains(value.toString());
    }

    /** Points; characters win over a length, as in Word. */
    double indent(
            double size, Function<CTInd, @Nullable BigInteger> characters, Function<CTInd, @Nullable Object> length) {
        Optional<CTInd> set =
                first(ppr -> ppr.isSetInd() && says(ppr.getInd(), characters, length) ? ppr.getInd() : null);
        return set.map(ind -> {
                    BigInteger count = characters.apply(ind);
                    return count != null && count.signum() != 0
                            ? count.doubleValue() / 100 * size
                            : points(length.apply(ind));
                })
                .orElse(0.0);
    }

    private static boolean says(
            CTInd ind, Function<CTInd, @Nullable BigInteger> characters, Function<CTInd, @Nullable Object> length) {
        return characters.apply(ind) != null || length.apply(ind) != null;
    }

    double spacing(Function<CTSpacing, @Nullable Object> which) {
        return first(ppr -> ppr.isSetSpacing() ? which.apply(ppr.getSpacing()) : null)
                .map(Cascade::points)
                .orElse(0.0);
    }

    /** The height of a line as CSS says it. */
    String lineHeight() {
        Optional<CTSpacing> set =
                first(ppr -> ppr.isSetSpacing() && ppr.getSpacing().isSetLine() ? ppr.getSpacing() : null);
        return set.map(spacing -> {
                    double line = points(spacing.getLine());
                    boolean points = spacing.isSetLineRule()
                            && !spacing.getLineRule().toString().equals("auto");
                    return points ? line + "pt" : String.valueOf(line / 12 * 1.3);
                })
                .orElse("1.3");
    }

    static double points(@Nullable Object twips) {
        try {
            return twips == null ? 0 : Double.parseDouble(twips.toString()) / TWIPS_A_POINT;
        } catch (NumberFormatException otherUnit) {
            return 0;
        }
    }
}
