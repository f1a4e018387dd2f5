package dev.ticketkit.spring.internal.transaction;

import static org.springframework.transaction.support.TransactionSynchronizationManager.bindResource;
import static org.springframework.transaction.support.TransactionSynchronizationManager.hasResource;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isSynchronizationActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;
import static org.springframework.transaction.support.TransactionSynchronizationManager.unbindResourceIfPossible;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Notes that a transaction has committed while its callbacks run: Spring still calls it active then. Boot gives it to the transaction managers
 * it makes.
 */
public final class CommittedTransactions implements TransactionExecutionListener {
    private static final Object CALLING_BACK = new Object();

    /** Whether the transaction of this thread has committed. */
    static boolean isCallingBack() {
        return hasResource(CALLING_BACK);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction() && isSynchronizationActive()) {
            registerSynchronization(new Mark());
        }
    }

    /** Comes first, so that all other callbacks see it; steps aside for transactions that a callback begins. */
    private static final class Mark implements TransactionSynchronization, Ordered {
        private boolean suspended;

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            if (!isCallingBack()) {
                bindResource(CALLING_BACK, this);
            }
        }

        @Override
        public void suspend() {
            suspended = unbindResourceIfPossible(CALLING_BACK) != null;
        }

        @Override
        public void resume() {
            if (suspended) {
                bindResource(CALLING_BACK, this);
            }
        }

        @Override
        public void afterCompletion(int status) {
            Object bound = unbindResourceIfPossible(CALLING_BACK);
            if (bound != null && bound != this) {
                bindResource(CALLING_BACK, bound);
            }
        }
    }
}
