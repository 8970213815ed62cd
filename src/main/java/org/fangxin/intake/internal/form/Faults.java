package org.fangxin.intake.internal.form;

import java.util.ArrayList;
import java.util.List;
import org.fangxin.problem.Problem;
import org.fangxin.problem.Problem.FieldError;

/** What is wrong with a form, field by field, and what is merely worth saying. */
public final class Faults {
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> warnings = new ArrayList<>();

    public void add(String field, String code, String sentence) {
        errors.add(new FieldError(field, code, sentence));
    }

    /** Something the person should know; the submission is taken all the same. */
    public void warn(String field, String code, String sentence) {
        warnings.add(new FieldError(field, code, sentence));
    }

    public boolean none() {
        return errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public List<FieldError> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws Problem 422 with every fault, when there is one */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors());
        }
    }
}
