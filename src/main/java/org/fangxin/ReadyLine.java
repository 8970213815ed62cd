package org.fangxin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fangxin.database.DatabaseSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says that the program is ready, where, and where the first accounts are. Silent while a command runs. */
@Component
class ReadyLine {
    private final DatabaseSettings settings;
    private final String command;

    ReadyLine(DatabaseSettings settings, @Value("${fangxin.command:}") String command) {
        this.settings = settings;
        this.command = command;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (!command.isEmpty() || port == null) {
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Fangxin is ready: http://localhost:" + port);
        Path accounts = settings.home().resolve("secrets").resolve("first-accounts.txt");
        if (Files.exists(accounts)) {
            out.println("First accounts: " + accounts.toAbsolutePath().normalize());
        }
        Path passphrase = settings.home().resolve("secrets").resolve("reporter-passphrase.txt");
        if (Files.exists(passphrase)) {
            out.println("Keeper's pass-phrase, to be taken away: "
                    + passphrase.toAbsolutePath().normalize());
        }
        Path demo = settings.home().resolve("secrets").resolve("demo-accounts.txt");
        if (Files.exists(demo)) {
            out.println("Demo accounts:  " + demo.toAbsolutePath().normalize());
        }
    }
}
