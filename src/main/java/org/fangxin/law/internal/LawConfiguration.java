package org.fangxin.law.internal;

import org.fangxin.law.Statutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the statutes once; files that are not sound stop the start with every fault named. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {
    @Bean
    RuleBook ruleBook() {
        return RuleFiles.shipped();
    }

    @Bean
    Statutes statutes(RuleBook book, LiveCalendar calendar, LiveSettings settings) {
        return new BookStatutes(book, calendar, settings, "");
    }
}
