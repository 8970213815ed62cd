package org.fangxin.law;

/**
 * What is left of a period; negative when it is over.
 *
 * @param value whole units, rounded up for hours and minutes
 */
public record Remaining(int value, Unit unit) {
    public enum Unit {
        WORKING_DAY("个工作日"),
        DAY("天"),
        HOUR("小时"),
        MINUTE("分钟");

        private final String measure;

        Unit(String measure) {
            this.measure = measure;
        }

        /** The measure word: 个工作日. */
        public String measure() {
            return measure;
        }
    }

    /** 3 个工作日, without a sign. */
    public String words() {
        return Math.abs((long) value) + " " + unit.measure();
    }
}
