package org.fangxin.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.intake.Canary;

/** R12: who complained and who reported is looked for in the bytes of the backup and of its log, in every form. */
final class BackupSearched implements Experiment {
    @Override
    public String id() {
        return "R12";
    }

    @Override
    public String promise() {
        return "备份和日志归档的字节里，任何写法都找不到投诉人、举报人的姓名、电话、身份证号、地址、邮箱";
    }

    @Override
    public String plant() {
        return "一个明文的姓名列";
    }

    @Override
    public int usualRounds() {
        return 20;
    }

    @Override
    public String unit() {
        return "people";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return search(setting, "r12", home -> {});
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return search(
                setting,
                "r12-control",
                home -> home.run(
                        "create table public.told (name text)",
                        "insert into public.told values ('" + new Somebody(0).name() + "')"));
    }

    private static Outcome search(Setting setting, String name, LostMachine.Work plant) throws Exception {
        List<Somebody> people = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            people.add(new Somebody(i));
            marks.addAll(people.getLast().marks());
        }
        try (LostMachine machine = LostMachine.lose(setting, name, home -> tell(people, plant, home), home -> {})) {
            Map<String, String> breaks = new LinkedHashMap<>();
            Map<String, Set<String>> found = new Canary(marks).below(machine.backup());
            found.forEach((file, what) ->
                    breaks.put("in the backup: " + file.replaceAll("\\d{8}-\\d{6}", "…"), what.toString()));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("words", marks.size());
            try (Stream<Path> all = Files.walk(machine.backup())) {
                figures.put("files", all.filter(Files::isRegularFile).count());
            }
            return new Outcome(setting.rounds(), figures, breaks);
        }
    }

    private static void tell(List<Somebody> people, LostMachine.Work plant, Home home) throws Exception {
        Somebody.tell(people);
        plant.on(home);
    }
}
