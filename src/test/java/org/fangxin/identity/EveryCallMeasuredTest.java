package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.FangxinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Beyond a number of addresses the program stops to measure new ones: there has to be room for all of its calls. */
@FangxinTest
class EveryCallMeasuredTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping calls;

    @Value("${management.metrics.web.server.max-uri-tags:100}")
    private int room;

    @Test
    void thereIsRoomToMeasureEveryCall() {
        long addresses = calls.getHandlerMethods().keySet().stream()
                .flatMap(call -> call.getPatternValues().stream())
                .distinct()
                .count();
        assertThat(addresses).isBetween(100L, (long) room - 1);
    }
}
