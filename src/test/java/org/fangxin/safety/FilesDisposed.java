package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fangxin.retention.internal.DisposalWalk;
import org.springframework.util.FileSystemUtils;

/** S15: what is kept long enough goes when three people agree, all of it, and no older database brings it back. */
final class FilesDisposed implements Experiment {
    private static final int USUAL = 100_000;

    @Override
    public String id() {
        return "S15";
    }

    @Override
    public String promise() {
        return "到期可以销毁的案卷和另一种算法逐件相同；一人审核销毁不了；销毁以后，任何表和数据目录的字节里都找不到它的文字（日志文件另计），放回旧的数据库也会再销毁";
    }

    @Override
    public String plant() {
        return "数据库里一人审核就够（换掉检查的函数）";
    }

    @Override
    public int usualRounds() {
        return USUAL;
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return walk(setting, "s15", setting.rounds(), false);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return walk(setting, "s15-control", 1_000, true);
    }

    private static Outcome walk(Setting setting, String name, int files, boolean careless) throws Exception {
        Path home = setting.work().resolve(name);
        FileSystemUtils.deleteRecursively(home);
        DisposalWalk.Found found = DisposalWalk.run(fresh(home), files, careless);
        FileSystemUtils.deleteRecursively(home);
        return new Outcome(files, found.figures(), found.breaks());
    }

    private static Path fresh(Path home) throws IOException {
        return Files.createDirectories(home);
    }
}
