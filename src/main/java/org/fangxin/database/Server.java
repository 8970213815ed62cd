package org.fangxin.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How the running server is reached: the owner's way for migrations, the application's way for everything else. */
record Server(String ownerUrl, String ownerUser, String ownerPassword, String appUrl, String appPassword) {
    static final String APP_ROLE = "fx_app";
    static final String DATABASE = "fangxin";

    /** The embedded one, its database and roles made when missing. */
    static Server embedded(EmbeddedServer server) {
        String base = "jdbc:postgresql://localhost/%s?socketFactory=" + UnixSocketFactory.class.getName()
                + "&socketFactoryArg=" + server.socket() + "&sslMode=disable&gssEncMode=disable";
        String password = server.password();
        String url = base.formatted(DATABASE);
        ensureDatabase(base.formatted("postgres"), server.superuser(), password);
        Server found = new Server(url, server.superuser(), password, url, Secrets.derived(password, APP_ROLE));
        Roles.ensure(found);
        return found;
    }

    /** A server of the bureau's own. */
    static Server external(DatabaseSettings.Db db) {
        String url = db.url();
        String user = db.user();
        String password = db.password();
        if (url == null || user == null || password == null) {
            throw new UnsafeServer("FANGXIN_DB_URL、FANGXIN_DB_USER、FANGXIN_DB_PASSWORD 要一起设置。");
        }
        Server found = new Server(url, user, password, url, Secrets.derived(password, APP_ROLE));
        Roles.ensure(found);
        return found;
    }

    static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    private static void ensureDatabase(String url, String user, String password) {
        try (Connection connection = connect(url, user, password);
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new UnsafeServer("数据库没有建成：" + e.getMessage(), e);
        }
    }
}
