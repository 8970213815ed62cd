package org.fangxin.notice.internal;

import java.io.IOException;
import java.util.Map;
import org.fangxin.FangxinApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The sender and the recorder of the program in a process of their own, on the database that the tests run: beside them
 * nothing is built, so that it starts in a second or two. It says {@code ready} and waits for one byte; who ends it does so
 * from outside.
 */
final class SenderProcess {
    private SenderProcess() {}

    /** @param arguments {@code --fangxin.home=…} and the mail server, as the program takes them */
    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(FangxinApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                // a command joins the database that another process runs, and starts nothing by the clock
                .properties(Map.of("fangxin.command", "send"))
                .run(arguments);
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
