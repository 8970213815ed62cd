package org.fangxin.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives each transaction the thread's {@link Scope} as its first statement. Without one the transaction sees nothing;
 * statements outside a transaction see nothing either.
 */
public final class ScopedTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;
    private static final String SET = """
            select set_config('fangxin.scope_from', ?, true), set_config('fangxin.scope_to', ?, true),
                   set_config('fangxin.person', ?, true), set_config('fangxin.reports', ?, true),
                   set_config('fangxin.leads', ?, true), set_config('fangxin.stands_for', ?, true)""";

    public ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            apply(Scopes.current());
        } catch (RuntimeException | Error broken) {
            // the thread would keep the dead connection, and every later transaction on it would take part in this one
            doCleanupAfterCompletion(transaction);
            throw broken;
        }
    }

    /**
     * Changes the scope of the running transaction until its end. Only the gate uses it, after the decision, to write
     * what lies outside the actor's own range (a case sent to another agency).
     */
    public void apply(Scope scope) {
        DataSource dataSource = java.util.Objects.requireNonNull(getDataSource());
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource);
        if (holder == null) {
            throw new IllegalStateException("No transaction to give a scope to");
        }
        Connection connection = holder.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, scope.from());
            statement.setString(2, scope.to());
            statement.setString(3, scope.person());
            statement.setString(4, scope.reports().name());
            statement.setString(5, scope.leads() ? "YES" : "NO");
            statement.setString(6, String.join(",", scope.standsFor()));
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The transaction has no scope", e);
        }
    }
}
