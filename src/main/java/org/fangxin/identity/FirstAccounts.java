package org.fangxin.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.identity.internal.FirstStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On an empty database makes the three administrators with random passwords, which stand in a file that only the
 * program's own user reads ({@code secrets/first-accounts.txt} below {@code FANGXIN_HOME}) and have to be replaced at the
 * first sign-in. {@code fangxin.reset-administrator=<user name>} gives an administrator a new such password at start: the
 * way back for those whose password no other administrator may reset. {@code fangxin.reset-second-factor=<user name>} takes
 * an administrator's second factor back in the same way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class FirstAccounts implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

    private final FirstStart firstStart;
    private final Path file;
    private final String agencyCode;
    private final String reset;
    private final String resetFactor;

    FirstAccounts(
            FirstStart firstStart,
            @Value("${fangxin.home:./var}") Path home,
            @Value("${fangxin.agency:00}") String agencyCode,
            @Value("${fangxin.reset-administrator:}") String reset,
            @Value("${fangxin.reset-second-factor:}") String resetFactor) {
        this.firstStart = firstStart;
        this.file = home.resolve("secrets").resolve("first-accounts.txt");
        this.agencyCode = agencyCode;
        this.reset = reset.strip();
        this.resetFactor = resetFactor.strip();
    }

    /** Where the first passwords are told. */
    public Path file() {
        return file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Map<String, Role> accounts = new LinkedHashMap<>();
        accounts.put("sysadmin", Role.SYSTEM_ADMIN);
        accounts.put("secadmin", Role.SECURITY_ADMIN);
        accounts.put("auditor", Role.AUDITOR);
        if (firstStart.makeAdministrators(accounts, agencyCode, this::tell)) {
            LOG.info("The first accounts are in {}", file);
        }
        if (!reset.isEmpty()) {
            firstStart.resetAdministrator(reset, this::tell);
            LOG.warn("An administrator has a new first password, see {}", file);
        }
        if (!resetFactor.isEmpty()) {
            firstStart.resetSecondFactor(resetFactor);
            LOG.warn("An administrator has to enrol a second factor anew");
        }
    }

    private void tell(Map<String, String> passwords) {
        StringBuilder text = new StringBuilder("首次登录账号。72 小时内登录，登录后必须先改密码；改完请删除本文件。\n\n");
        passwords.forEach((username, password) ->
                text.append(username).append('\t').append(password).append('\n'));
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the first accounts", full);
        }
    }
}
