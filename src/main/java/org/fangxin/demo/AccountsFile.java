package org.fangxin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.fangxin.database.DatabaseSettings;
import org.fangxin.demo.store.Progress;
import org.springframework.stereotype.Component;

/** {@code secrets/demo-accounts.txt} below {@code FANGXIN_HOME}: who can sign in to the demo, and what can be tracked. */
@Component
class AccountsFile {
    private final Path file;

    AccountsFile(DatabaseSettings settings) {
        this.file = settings.home().resolve("secrets").resolve("demo-accounts.txt");
    }

    Path path() {
        return file;
    }

    void write(List<Progress.Told> trackable, List<String> rooms) {
        StringBuilder text = new StringBuilder("演示账号，密码都是 " + Account.PASSWORD + "，数据全部是虚构的样例。\n\n");
        for (Account account : Account.values()) {
            text.append("%-14s  %-10s  %s（%s）%n"
                    .formatted(account.username(), account.agency(), account.duties(), account.displayName()));
        }
        text.append("\n商家端（/merchant）：\n\n");
        for (GreenStreet.Keeper keeper : GreenStreet.KEEPERS) {
            text.append(
                    "%-14s  %s（%s）%n".formatted(keeper.username(), keeper.shop().label(), keeper.displayName()));
        }
        if (!trackable.isEmpty()) {
            text.append("\n可以在“查进度”页试的来件编号和查询码：\n\n");
        }
        trackable.forEach(one -> text.append("%s  %s%n".formatted(one.submissionNo(), one.trackingCode())));
        if (!rooms.isEmpty()) {
            text.append("\n网上调解室（七天内有效，主机和端口照启动时的写）：\n\n");
        }
        rooms.forEach(one -> text.append(one).append('\n'));
        try {
            place(text.toString());
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the demo accounts", full);
        }
    }

    /** Whole or not at all, and readable by the program's own user only. */
    private void place(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = Files.createTempFile(
                folder,
                "demo",
                ".txt",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
