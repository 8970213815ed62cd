package org.fangxin.identity.internal;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.fangxin.command.ProgramCommand;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.springframework.stereotype.Component;

/** {@code ./fangxin rotate-keys}: a new key for personal data, and what earlier ones sealed sealed anew. */
@Component
class RotateKeysCommand implements ProgramCommand {
    private static final int UNREADABLE = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private final KeyRotation rotation;
    private final AuditTrail audit;

    RotateKeysCommand(KeyRotation rotation, AuditTrail audit) {
        this.rotation = rotation;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        boolean fresh = arguments.equals(List.of("--new"));
        if (!fresh && !arguments.isEmpty()) {
            out.println(help());
            return WRONG_ARGUMENTS;
        }
        if (fresh) {
            int number = rotation.begin();
            audit.append(Draft.ofSystem("KEY_ADDED").with(List.of("key=" + number)));
            out.printf("新密钥：第 %d 号。请马上重新封存 secrets 目录。%n", number);
        }
        try {
            KeyRotation.Report report = rotation.renew();
            audit.append(Draft.ofSystem("KEYS_ROTATED").with(List.of("renewed=" + report.total())));
            report.renewed().forEach((column, rows) -> out.printf("%s：%d 行换成新密钥%n", column, rows));
            report.unreadable().forEach((column, rows) -> out.printf("%s：%d 行打不开，没有动%n", column, rows));
            out.printf("完成：换了 %d 个值。旧密钥留在密钥文件里：证据文件和以前的备份还要用它。%n", report.total());
            return report.unreadable().isEmpty() ? 0 : UNREADABLE;
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not answer; run the command again to go on", failed);
        }
    }
}
