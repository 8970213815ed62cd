package org.fangxin.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program keeps its state and which server it uses.
 *
 * @param home all state below it ({@code FANGXIN_HOME})
 * @param db a server instead of the embedded one ({@code FANGXIN_DB_URL}, {@code _USER}, {@code _PASSWORD}): the user
 *     owns the database and may create roles; {@code _MEMORY}: in how much memory the embedded one keeps pages
 */
@ConfigurationProperties("fangxin")
public record DatabaseSettings(
        @DefaultValue("./var") Path home, @DefaultValue Db db) {
    public record Db(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("16") int pool,
            @Nullable String memory) {}
}
