package org.fangxin.notice.internal;

import java.io.IOException;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The sender and the recorder of the program in a process of their own, on the database that the tests run: beside them
 * nothing is built, so that it starts in a second or two. It says {@code ready} and waits for one byte; who ends it does so
 * from outside.
 */
final class SenderProcess {
    /** The program's own parts, without its pages and its timers. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "org.fangxin.cipher",
                "org.fangxin.database",
                "org.fangxin.identity",
                "org.fangxin.law",
                "org.fangxin.meaning",
                "org.fangxin.region",
                "org.fangxin.merchant",
                "org.fangxin.casefile",
                "org.fangxin.intake",
                "org.fangxin.document",
                "org.fangxin.notice"
            },
            lazyInit = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*\\.web\\..*", ".*Test.*", ".*(Security|Web|Mvc)\\w*Configuration"}))
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        ConfigurationPropertiesAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class
    })
    static class Parts {}

    private SenderProcess() {}

    /** @param arguments {@code --fangxin.home=…} and the mail server, as the program takes them */
    public static void main(String[] arguments) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setEnvironment(environment);
        context.register(Parts.class);
        context.refresh();
        Sender sender = context.getBean(Sender.class);
        Recording recording = context.getBean(Recording.class);
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        while (!Thread.currentThread().isInterrupted()) {
            sender.round();
            recording.round();
        }
    }
}
