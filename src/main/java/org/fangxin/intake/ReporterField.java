package org.fangxin.intake;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a reporter; opened one at a time. */
public enum ReporterField {
    NAME("姓名"),
    PHONE("电话"),
    ID_NUMBER("证件号码"),
    ADDRESS("地址"),
    EMAIL("邮箱"),
    /** Who acts for him, with his papers. */
    AGENT("受托人"),
    /** The text as it came, where it named him. */
    ORIGINAL_TEXT("举报原文");

    private final String chinese;

    ReporterField(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public static Optional<ReporterField> of(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
    }

    /** Null when the person did not give it. */
    public @Nullable String from(Submission.Person person, @Nullable String originalText) {
        return switch (this) {
            case NAME -> person.name();
            case PHONE -> person.phone();
            case ID_NUMBER -> person.idNumber();
            case ADDRESS -> person.address();
            case EMAIL -> person.email();
            case AGENT -> agent(person.agent());
            case ORIGINAL_TEXT -> originalText;
        };
    }

    private static @Nullable String agent(Submission.@Nullable Agent agent) {
        return agent == null
                ? null
                : Stream.of(agent.name(), agent.phone(), agent.idNumber(), agent.address())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("，"));
    }
}
