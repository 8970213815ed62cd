package org.fangxin.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a controller throws into {@code application/problem+json}; unknown faults get a number and a log line. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        return ProblemBody.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidBody(BindException invalid) {
        return ProblemBody.answer(Problem.invalid(Violations.of(invalid.getBindingResult())));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidParameters(HandlerMethodValidationException invalid) {
        List<Problem.FieldError> errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Violations.of(
                                error instanceof org.springframework.validation.FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                error)))
                .toList();
        return ProblemBody.answer(Problem.invalid(errors));
    }

    @ExceptionHandler
    ResponseEntity<Object> violated(ConstraintViolationException invalid) {
        List<Problem.FieldError> errors = invalid.getConstraintViolations().stream()
                .map(ProblemAdvice::fieldError)
                .toList();
        return ProblemBody.answer(Problem.invalid(errors));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return ProblemBody.answer(new Problem(413, "too-large", "文件太大", "文件太大，没有上传。请缩小或分开后再传。", List.of(), Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException nobody) {
        return ProblemBody.answer(Refusals.unauthenticated());
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException forbidden) {
        return ProblemBody.answer(Problem.notFound());
    }

    @ExceptionHandler
    ResponseEntity<Object> database(DataAccessException fault, HttpServletRequest request) {
        return ProblemBody.answer(DatabaseFaults.of(fault, request));
    }

    @ExceptionHandler
    ResponseEntity<Object> transaction(TransactionException fault, HttpServletRequest request) {
        return ProblemBody.answer(DatabaseFaults.of(fault, request));
    }

    /** Nobody is left to read an answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> anythingElse(Exception fault, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            return null;
        }
        Optional<Problem> full = FullDisk.of(fault);
        if (full.isPresent()) {
            return ProblemBody.answer(full.get());
        }
        HttpHeaders headers = fault instanceof ErrorResponse known ? known.getHeaders() : new HttpHeaders();
        return Refusals.of(fault)
                .map(problem -> ProblemBody.answer(problem, headers))
                .orElseGet(() -> ProblemBody.answer(Incident.of(fault, request.getMethod(), pattern(request))));
    }

    static @Nullable Object pattern(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        String code = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return Violations.of(violation.getPropertyPath().toString(), code, violation.getMessage());
    }
}
