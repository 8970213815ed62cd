package org.fangxin.notice.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** Invented people are not written to: a demo reaches this machine alone. */
    static Optional<String> demoRefuses(boolean demo, String host) {
        return demo && !THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT))
                ? Optional.of("演示数据不往外发：演示时只能连本机。")
                : Optional.empty();
    }
}
