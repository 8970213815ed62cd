package org.fangxin.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param from the backup folder
 * @param to the moment; empty for the last one that is archived
 * @param into the home to be made
 * @param secrets a folder with the keys that were kept apart; empty when they lie where the program looks anyway
 * @param checkOnly look at everything, put nothing back
 */
record RestoreRequest(Path from, Optional<Instant> to, Path into, Optional<Path> secrets, boolean checkOnly) {
    private static final Set<String> OPTIONS = Set.of("--from", "--to", "--into", "--secrets");
    private static final String CHECK = "--check";
    private static final Set<String> LATEST = Set.of("最近", "latest");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");

    /**
     * @param folder the backup folder that is set
     * @param home the home that is set
     * @return empty when the arguments are none of a restore
     * @throws BackupRefused when the moment cannot be read
     */
    static Optional<RestoreRequest> parse(List<String> arguments, Path folder, Path home) {
        Map<String, String> said = new HashMap<>();
        boolean check = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals(CHECK)) {
                check = true;
            } else if (OPTIONS.contains(word) && i + 1 < arguments.size()) {
                said.put(word, arguments.get(++i));
            } else {
                return Optional.empty();
            }
        }
        String moment = said.get("--to");
        if (moment == null && !check) {
            return Optional.empty();
        }
        return Optional.of(new RestoreRequest(
                path(said, "--from").orElse(folder),
                moment == null ? Optional.empty() : moment(moment.strip()),
                path(said, "--into").orElse(home),
                path(said, "--secrets"),
                check));
    }

    private static Optional<Path> path(Map<String, String> said, String option) {
        return Optional.ofNullable(said.get(option))
                .map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    private static Optional<Instant> moment(String text) {
        if (LATEST.contains(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text.replace('T', ' '), TIME)
                    .atZone(BackupFolder.ZONE)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            throw new BackupRefused("看不懂时刻“" + text + "”。请写成 --to \"2026-11-26 10:30\"（北京时间），或者 --to 最近。");
        }
    }
}
