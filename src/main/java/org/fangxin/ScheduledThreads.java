package org.fangxin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Rounds run beside each other, each only once at a time: while a mail server takes its time to answer, the readers of the
 * journal and the reminders go on. On virtual threads all rounds with a pause between them would wait in one line.
 */
@Configuration(proxyBeanMethods = false)
class ScheduledThreads {
    private static final int AT_ONCE = 4;

    @Bean
    @ConditionalOnMissingBean(TaskScheduler.class)
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler rounds = new ThreadPoolTaskScheduler();
        rounds.setPoolSize(AT_ONCE);
        rounds.setThreadNamePrefix("round-");
        rounds.setDaemon(true);
        return rounds;
    }
}
