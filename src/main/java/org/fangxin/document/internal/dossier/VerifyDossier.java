package org.fangxin.document.internal.dossier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
    public String help() {
        return """
                用法：./fangxin verify-dossier 文件 [--foreign]
                核对电子卷宗包（zip）：签名（SM2）、每份材料的摘要（SM3），直到每一个字节。
                  --foreign  别的单位制作的：按包里写明的公钥核对，请把显示的公钥摘要与制作单位核对
                退出码：0 与制作时一致；1 被改动，指出第一处；2 参数或文件不对。""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files =
                arguments.stream().filter(one -> !one.startsWith("--")).toList();
        if (files.size() != 1) {
            out.println(help());
            return 2;
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of(files.getFirst()));
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
