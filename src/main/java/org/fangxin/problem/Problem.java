package org.fangxin.problem;

import java.util.List;
import java.util.Map;

/**
 * A request that cannot be done, said in words that its author can act on. Carries no personal data: its sentences go
 * to logs.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One field that is wrong: its path from the request's root, a stable code, a sentence in Chinese. */
    public record FieldError(String field, String code, String message) {}

    /** An extra member: after how many seconds to try again. Also told in the header of that name. */
    public static final String RETRY_AFTER = "retryAfter";

    private final int status;
    private final String type;
    private final String title;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extra;

    public Problem(
            int status, String type, String title, String detail, List<FieldError> errors, Map<String, Object> extra) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.extra = Map.copyOf(extra);
    }

    /** 404 for what is missing and for what may not be seen: the two are never told apart. */
    public static Problem notFound() {
        return new Problem(404, "not-found", "没有找到", "没有找到，或者您没有查看权限。", List.of(), Map.of());
    }

    /** 422: one field is wrong. */
    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** 422: these fields are wrong. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.isEmpty() ? "填写的内容有误。" : errors.getFirst().message();
        return new Problem(422, "invalid", "填写有误", detail, errors, Map.of());
    }

    /** 422: the law forbids it; {@code articles} such as 第四十一条. */
    public static Problem forbiddenByLaw(String detail, List<String> articles) {
        return new Problem(422, "forbidden-by-law", "依法不能这样办", detail, List.of(), Map.of("articles", articles));
    }

    /** 409: somebody was first. */
    public static Problem conflict(String detail, Map<String, Object> extra) {
        return new Problem(409, "conflict", "已有新的变化", detail, List.of(), extra);
    }

    public int status() {
        return status;
    }

    /** The last part of the URN {@code urn:fangxin:problem:…}. */
    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
