package org.fangxin.intake.internal.bulk;

/** Thrown while one row is being read; becomes {@link RowReading.Bad}. */
final class RowFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String column;
    private final String original;
    private final String howToFix;

    RowFault(String column, String original, String problem, String howToFix) {
        super(problem, null, false, false);
        this.column = column;
        this.original = original;
        this.howToFix = howToFix;
    }

    RowReading.Bad at(int line) {
        return new RowReading.Bad(line, column, original, String.valueOf(getMessage()), howToFix);
    }
}
