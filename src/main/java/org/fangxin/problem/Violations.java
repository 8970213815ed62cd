package org.fangxin.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;

/** Broken bean-validation constraints as fields with a stable code and a Chinese sentence. */
final class Violations {
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("NotNull", "请填写这一项。"),
            Map.entry("NotBlank", "请填写这一项。"),
            Map.entry("NotEmpty", "请填写这一项。"),
            Map.entry("Size", "长度不符合要求。"),
            Map.entry("Length", "长度不符合要求。"),
            Map.entry("Pattern", "格式不对。"),
            Map.entry("Email", "电子邮箱的格式不对。"),
            Map.entry("Min", "数值太小。"),
            Map.entry("DecimalMin", "数值太小。"),
            Map.entry("Positive", "数值要大于零。"),
            Map.entry("PositiveOrZero", "数值不能小于零。"),
            Map.entry("Max", "数值太大。"),
            Map.entry("DecimalMax", "数值太大。"),
            Map.entry("Digits", "数字的位数不对。"),
            Map.entry("Past", "日期不能在今天以后。"),
            Map.entry("PastOrPresent", "日期不能在今天以后。"),
            Map.entry("AssertTrue", "这一项不符合要求。"),
            Map.entry("typeMismatch", "格式不对。"));

    private Violations() {}

    static List<FieldError> of(BindingResult result) {
        List<FieldError> errors = new ArrayList<>();
        for (ObjectError error : result.getAllErrors()) {
            String field = error instanceof org.springframework.validation.FieldError one
                    ? one.getField()
                    : error.getObjectName();
            errors.add(of(field, error));
        }
        return errors;
    }

    static FieldError of(String field, MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String code = codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
        return of(field, code, error.getDefaultMessage());
    }

    /** A sentence that the constraint itself brings in Chinese wins; the library's own English does not. */
    static FieldError of(String field, String code, @Nullable String own) {
        String sentence = own != null && own.codePoints().anyMatch(Character::isIdeographic)
                ? own
                : SENTENCES.getOrDefault(code, "这一项填写有误。");
        return new FieldError(field, stable(code), sentence);
    }

    /** {@code NotBlank} is told as {@code not-blank}. */
    private static String stable(String code) {
        return code.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
