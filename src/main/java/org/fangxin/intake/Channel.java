package org.fangxin.intake;

import java.util.Arrays;
import java.util.Optional;

/** The way by which a submission came (Art. 8). */
public enum Channel {
    WEB("网页", false),
    PHONE("12315热线", true),
    WINDOW("窗口", true),
    LETTER("来信", true),
    TRANSFER("其他部门转来", true),
    INSPECTION("检查发现", true),
    IMPORT("批量导入", true);

    private final String chinese;
    private final boolean desk;

    Channel(String chinese, boolean desk) {
        this.chinese = chinese;
        this.desk = desk;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether an officer registers it, so that a sign-in is needed. */
    public boolean desk() {
        return desk;
    }

    public static Optional<Channel> of(String name) {
        return Arrays.stream(values())
                .filter(channel -> channel.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
