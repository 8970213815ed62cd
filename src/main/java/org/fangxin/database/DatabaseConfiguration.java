package org.fangxin.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The server, the application's pool, the owner's way in for migrations, and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    private static final long GIVE_UP_CONNECTING_MS = 35_000;
    private static final String SILENT_SECONDS = "65";

    /** Holds the embedded server, if there is one, so that it stops last. */
    record RunningServer(
            Server server,
            @org.jspecify.annotations.Nullable EmbeddedServer embedded) implements AutoCloseable {
        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean
    WalArchive walArchive(
            DatabaseSettings settings,
            @Value("${fangxin.backup.folder:}") String folder,
            @Value("${fangxin.backup.archive:true}") boolean on) {
        return new WalArchive(backupFolder(settings, folder), on);
    }

    private static Path backupFolder(DatabaseSettings settings, String folder) {
        Path root = folder.isBlank() ? settings.home().resolve("backup") : Path.of(folder);
        return root.toAbsolutePath().normalize();
    }

    @Bean
    EmbeddedDatabase embeddedDatabase(RunningServer running, DatabaseSettings settings, WalArchive archive) {
        EmbeddedServer embedded = running.embedded();
        return new EmbeddedDatabase(
                settings.home(), running.server(), embedded == null ? WalArchive.OFF : archive, embedded != null);
    }

    @Bean(destroyMethod = "close")
    RunningServer runningServer(
            DatabaseSettings settings, WalArchive archive, @Value("${fangxin.command:}") String command) {
        String url = settings.db().url();
        if (url != null && !url.isBlank()) {
            return new RunningServer(Server.external(settings.db()), null);
        }
        EmbeddedServer embedded = EmbeddedServer.startIn(
                settings.home(),
                !command.isEmpty(),
                archive,
                ServerMemory.of(settings.db().memory()));
        try {
            return new RunningServer(Server.embedded(embedded), embedded);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(RunningServer running, DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("fangxin");
        pool.setJdbcUrl(running.server().appUrl());
        pool.setUsername(Server.APP_ROLE);
        pool.setPassword(running.server().appPassword());
        pool.setMaximumPoolSize(settings.db().pool());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(GIVE_UP_CONNECTING_MS);
        // exceptions of the driver never quote a row
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // rows of one table that are written together become one statement
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // a little longer than the server lets a statement run: who waits still is at the end of a line that is dead
        pool.addDataSourceProperty("socketTimeout", SILENT_SECONDS);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownersDataSource(RunningServer running) {
        Server server = running.server();
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(), server.ownerUrl(), server.ownerUser(), server.ownerPassword());
    }

    @Bean
    ScopedTransactionManager transactionManager(DataSource dataSource) {
        return new ScopedTransactionManager(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }
}
