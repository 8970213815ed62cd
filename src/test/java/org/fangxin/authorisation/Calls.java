package org.fangxin.authorisation;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The calls that the running program answers, by its own mappings: name → the method behind it. */
public final class Calls {
    private Calls() {}

    public static Map<String, HandlerMethod> of(ApplicationContext program) {
        Map<String, HandlerMethod> calls = new TreeMap<>();
        program.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> names(info).forEach(name -> calls.put(name, method))));
        return calls;
    }

    /** Names of a call's parameters that take words: where something may be searched for. */
    public static List<String> wordParameters(HandlerMethod call) {
        return Arrays.stream(call.getMethod().getParameters())
                .filter(one -> AnnotatedElementUtils.hasAnnotation(one, RequestParam.class))
                .filter(one -> one.getType() == String.class)
                .map(Parameter::getName)
                .toList();
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        String type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .filter(one -> !one.equals(MediaType.APPLICATION_JSON))
                .sorted(Comparator.comparing(MediaType::toString))
                .map(MediaType::toString)
                .collect(Collectors.joining(", "));
        List<String> names = new ArrayList<>();
        for (String method : methods.isEmpty() ? List.of("ANY") : methods) {
            for (String path : info.getPatternValues()) {
                names.add((method + " " + path + " " + type).strip());
            }
        }
        return names;
    }
}
