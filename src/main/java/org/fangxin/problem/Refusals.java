package org.fangxin.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fangxin.problem.Problem.FieldError;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What the framework refuses before a use case is reached, in words. */
final class Refusals {
    private Refusals() {}

    static Problem unauthenticated() {
        return new Problem(401, "unauthenticated", "尚未登录", "请先登录。", List.of(), Map.of());
    }

    /** Empty when the fault is none of the asker's. */
    static Optional<Problem> of(Exception fault) {
        return switch (fault) {
            case HttpMessageNotReadableException unreadable -> Optional.of(unreadable(unreadable));
            case MissingServletRequestParameterException missing -> Optional.of(missing(missing.getParameterName()));
            case MissingServletRequestPartException missing -> Optional.of(missing(missing.getRequestPartName()));
            case MissingRequestHeaderException missing -> Optional.of(missing(missing.getHeaderName()));
            case MethodArgumentTypeMismatchException mistyped -> Optional.of(mistyped(mistyped.getName()));
            case MultipartException broken -> Optional.of(badRequest("上传的内容不完整，请重新上传。", List.of()));
            case ErrorResponse known -> byStatus(known.getStatusCode().value());
            default -> Optional.empty();
        };
    }

    /** A plain sentence for a status that the container or the framework chose; empty for 5xx other than 503. */
    static Optional<Problem> byStatus(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 401 -> unauthenticated();
                    case 403, 404 -> Problem.notFound();
                    case 405 -> plain(405, "method-not-allowed", "不支持这种操作", "这个地址不支持这种操作。");
                    case 406 -> plain(406, "not-acceptable", "给不出这种格式", "这个地址给不出所要的格式。");
                    case 408 -> plain(408, "timeout", "等待超时", "等待超时，请重试。");
                    case 413 -> plain(413, "too-large", "内容太大", "提交的内容太大，请缩小或分开后再试。");
                    case 415 -> plain(415, "unsupported-media-type", "不支持这种格式", "提交的格式不对，请按接口说明提交。");
                    case 429 -> plain(429, "too-many-requests", "太频繁", "操作太频繁，请稍后再试。");
                    case 503 -> plain(503, "unavailable", "暂时不能办理", "系统正忙，请过几秒再试。");
                    default -> status >= 400 && status < 500 ? badRequest("提交的内容不对，请检查后再试。", List.of()) : null;
                });
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof DatabindException mistyped
                && !mistyped.getPath().isEmpty()) {
            return Problem.invalid(path(mistyped.getPath()), "type-mismatch", "这一项的格式不对。");
        }
        return plain(400, "unreadable", "内容读不懂", "提交的内容不是正确的 JSON，请检查后再试。");
    }

    private static String path(List<JacksonException.Reference> references) {
        return references.stream()
                .map(one -> one.getPropertyName() == null ? "[" + one.getIndex() + "]" : "." + one.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static Problem missing(String name) {
        return badRequest("缺少 " + name + "。", List.of(new FieldError(name, "missing", "请填写这一项。")));
    }

    private static Problem mistyped(String name) {
        return badRequest(name + " 的格式不对。", List.of(new FieldError(name, "type-mismatch", "这一项的格式不对。")));
    }

    private static Problem badRequest(String detail, List<FieldError> errors) {
        return new Problem(400, "bad-request", "提交有误", detail, errors, Map.of());
    }

    private static Problem plain(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), Map.of());
    }
}
