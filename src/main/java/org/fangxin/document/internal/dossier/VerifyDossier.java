package org.fangxin.document.internal.dossier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.fangxin.cipher.Sm3;
import org.fangxin.command.ProgramCommand;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./fangxin verify-dossier FILE}: names the first piece or byte of a bundle that was changed. */
@Component
class VerifyDossier implements ProgramCommand {
    private final DossierKey key;
    private final JsonMapper json;

    VerifyDossier(DossierKey key, JsonMapper json) {
        this.key = key;
        this.json = json;
    }

    @Override
    public String name() {
        return "verify-dossier";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files =
                arguments.stream().filter(one -> !one.startsWith("--")).toList();
        if (files.size() != 1) {
            out.println(help());
            return 2;
        }
        ByteBuffer bytes;
        try (FileChannel channel = FileChannel.open(Path.of(files.getFirst()))) {
            if (channel.size() > Integer.MAX_VALUE) {
                out.println("这个文件大于 2 GB，不能核对。卷宗包里的文件可以分别按目录里的 SM3 核对。");
                return 2;
            }
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException unreadable) {
            out.println("找不到文件 " + files.getFirst() + "，或者不能读。");
            return 2;
        }
        boolean foreign = arguments.contains("--foreign") || key.knownKey().isEmpty();
        BundleCheck.Verdict verdict = new BundleCheck(bytes, foreign ? "" : key.knownKey(), json).verdict();
        if (verdict.fault().isPresent()) {
            out.println("卷宗包被改动：" + verdict.fault().get() + "。");
            return 1;
        }
        verdict.manifest().ifPresent(found -> {
            out.printf(
                    "%s %s，%s制作，%d 份材料，与制作时一致。%n",
                    found.archiveNo(),
                    found.caseNo(),
                    found.agencyName(),
                    found.items().size());
            if (foreign) {
                out.println("公钥摘要（SM3）" + Sm3.hex(found.key()) + "，请与制作单位核对。");
            }
        });
        return 0;
    }
}
