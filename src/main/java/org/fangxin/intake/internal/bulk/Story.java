package org.fangxin.intake.internal.bulk;

import java.util.Map;

/**
 * The text of an imported matter: what the person wrote, and behind it what the other platform knew, so that nothing of
 * the row is lost.
 *
 * @param text title and content, by which the kind is read
 * @param whole the text with the other platform's times, answers and further columns
 */
record Story(String text, String whole) {
    private static final int LONGEST = 60_000;

    static Story of(Cells cells) {
        String title = cells.text(Field.TITLE);
        String content = cells.story(Field.CONTENT);
        String text = title.isEmpty() || content.startsWith(title) ? content : (title + "\n" + content).strip();
        StringBuilder whole = new StringBuilder(text);
        append(whole, "原编号", cells.text(Field.EXTERNAL_NO));
        append(whole, "原登记时间", cells.text(Field.OCCURRED_AT));
        append(whole, "原收到时间", cells.text(Field.RECEIVED_AT));
        append(whole, "原平台答复", cells.story(Field.REPLY));
        append(whole, "原平台答复时间", cells.text(Field.REPLIED_AT));
        for (Map.Entry<String, String> kept : cells.kept().entrySet()) {
            append(whole, kept.getKey(), kept.getValue());
        }
        return new Story(text, whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole.toString());
    }

    private static void append(StringBuilder whole, String label, String value) {
        if (!value.isEmpty()) {
            whole.append("\n【").append(label).append("】").append(value);
        }
    }
}
