package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A line to the database that goes dead between its being taken and the transaction's first statement. */
@FangxinTest
class DeadConnectionTest {
    @Autowired
    DataSource dataSource;

    private final AtomicBoolean dead = new AtomicBoolean(true);

    @Test
    void isNotKeptForTheThreadsNextTransaction() {
        DataSource line = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return dead.get() ? deaf(real) : real;
            }
        };
        TransactionTemplate transaction = new TransactionTemplate(new ScopedTransactionManager(line));
        JdbcClient jdbc = JdbcClient.create(line);

        assertThatThrownBy(() -> transaction.execute(status -> one(jdbc)))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(TransactionSynchronizationManager.hasResource(line)).isFalse();

        dead.set(false);
        assertThat(transaction.<Integer>execute(status -> one(jdbc))).isEqualTo(1);
    }

    private static Integer one(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }

    /** Says nothing to any statement. */
    private static Connection deaf(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                DeadConnectionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> {
                    if (method.getName().equals("prepareStatement")) {
                        throw new SQLException("the line is dead", "08006");
                    }
                    try {
                        return method.invoke(real, values);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
