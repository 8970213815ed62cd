package org.fangxin.casefile.internal;

import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Fields;

/** Numbers of papers and codes that go into the journal: one short line, never free text. */
final class Papers {
    private static final int LONGEST = 80;

    private Papers() {}

    /** One line of at most eighty characters. */
    static Optional<String> line(Fields fields, String name) {
        return fields.text(name).map(value -> {
            if (value.length() > LONGEST || value.lines().count() > 1) {
                throw new Fields.Faulty(name, "length", "这里只写文号或者编号，一行，最多 " + LONGEST + " 个字。");
            }
            return value;
        });
    }

    /** Ids of the files that prove it; at least one. */
    static List<String> files(Command command, String label) {
        List<String> files = command.fields().strings("attachments");
        if (files.isEmpty()) {
            throw new Fields.Faulty("attachments", "required", "请上传" + label + "。");
        }
        return files;
    }

    static String need(Fields fields, String name, String label) {
        return line(fields, name).orElseThrow(() -> Fields.missing(name, label));
    }
}
