package org.fangxin.intake.internal;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;

/** Transactions that go as others make them, but for one fault. */
abstract class FaultyTransactions implements PlatformTransactionManager {
    final PlatformTransactionManager others;

    private FaultyTransactions(PlatformTransactionManager others) {
        this.others = others;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return others.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        others.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        others.rollback(status);
    }

    /** The first few begin late, each when its latch says so, and then not at all: who comes meanwhile waits. */
    static final class Late extends FaultyTransactions {
        private final CountDownLatch begun;
        private final List<CountDownLatch> until;
        private final AtomicInteger next = new AtomicInteger();

        Late(PlatformTransactionManager others, CountDownLatch begun, List<CountDownLatch> until) {
            super(others);
            this.begun = begun;
            this.until = until;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            int nth = next.getAndIncrement();
            if (nth >= until.size()) {
                return super.getTransaction(definition);
            }
            begun.countDown();
            try {
                until.get(nth).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new CannotCreateTransactionException("held back");
        }
    }

    /** The database commits, and the answer gets lost on its way. */
    static final class Lossy extends FaultyTransactions {
        Lossy(PlatformTransactionManager others) {
            super(others);
        }

        @Override
        public void commit(TransactionStatus status) {
            super.commit(status);
            throw new TransactionSystemException("the line went dead");
        }
    }

    /** There is no connection to be had. */
    static final class Unreachable extends FaultyTransactions {
        Unreachable(PlatformTransactionManager others) {
            super(others);
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            throw new CannotCreateTransactionException("nobody answers");
        }
    }

    /** No transaction can even begin, for a reason that is no exception. */
    static final class Broken extends FaultyTransactions {
        Broken(PlatformTransactionManager others) {
            super(others);
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            throw new NoClassDefFoundError("a part is missing");
        }
    }
}
