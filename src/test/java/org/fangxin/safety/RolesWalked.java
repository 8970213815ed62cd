package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.identity.web.AdministratorsWalk;
import org.springframework.util.FileSystemUtils;

/** S4: every sequence of the three administrators' calls up to five, through the program's own rules. */
final class RolesWalked implements Experiment {
    private static final int USUAL_DEPTH = 5;

    @Override
    public String id() {
        return "S4";
    }

    @Override
    public String promise() {
        return "三员分立：五步以内的任何管理操作，都不会让一人兼两员、自己批自己、管理员看到案件，或者知道另一员的密码（不含冒名登录和合谋）";
    }

    @Override
    public String plant() {
        return "可以给自己授权";
    }

    @Override
    public int usualRounds() {
        return USUAL_DEPTH;
    }

    @Override
    public String unit() {
        return "calls";
    }

    @Override
    public Outcome measured(Setting setting) throws IOException {
        return walk(setting, false);
    }

    @Override
    public Outcome control(Setting setting) throws IOException {
        return walk(setting, true);
    }

    /** The number of rounds is the length of the sequences. */
    private static Outcome walk(Setting setting, boolean selfApproval) throws IOException {
        Path folder = setting.work().resolve("s4");
        FileSystemUtils.deleteRecursively(folder);
        AdministratorsWalk.Found found = AdministratorsWalk.run(
                Files.createDirectories(folder), Math.min(USUAL_DEPTH, setting.rounds()), selfApproval);
        FileSystemUtils.deleteRecursively(folder);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("longestSequence", found.depth());
        figures.put("states", found.states());
        figures.put("refused", found.refused());
        figures.put("sequencesStoodFor", found.sequences());
        return new Outcome((int) found.calls(), figures, found.breaks());
    }
}
