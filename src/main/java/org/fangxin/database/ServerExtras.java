package org.fangxin.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one run of the server needs beside the settings of every run.
 *
 * @param settings as {@code name=value}
 * @param environment for the commands that the server calls
 * @param keepTrying how long a server that ends at once is started again
 */
record ServerExtras(List<String> settings, Map<String, String> environment, Duration keepTrying) {
    static final Duration USUAL = Duration.ofSeconds(60);

    static final ServerExtras NONE = new ServerExtras(List.of(), Map.of(), USUAL);

    ServerExtras with(List<String> others) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(others);
        return new ServerExtras(List.copyOf(all), environment, keepTrying);
    }
}
