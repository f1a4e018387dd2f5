package dev.ticketkit.jdbc;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.storage.AutomationStore;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.DeliveryQueue;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.NoticeStore;
import dev.ticketkit.spi.storage.ReferenceBlocks;
import dev.ticketkit.spi.storage.RunStore;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TallyStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.Upkeep;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A host that puts each call of a joining store into a transaction of its own, and runs that again when told to. */
final class TransactionPerCall implements TicketStorage {
    private final DataSource dataSource;
    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();
    private final JdbcStorage joined;
    private final JdbcStorage owning;

    TransactionPerCall(DataSource dataSource, JdbcOptions options) {
        this.dataSource = dataSource;
        this.joined = JdbcStorage.joining(HostConnections.held(CURRENT::get), options);
        this.owning = JdbcStorage.owning(dataSource, options);
    }

    @Override
    public TicketStore tickets() {
        return inTransaction(TicketStore.class, joined.tickets());
    }

    @Override
    public EventStore events() {
        return inTransaction(EventStore.class, joined.events());
    }

    @Override
    public AutomationStore automations() {
        return inTransaction(AutomationStore.class, joined.automations());
    }

    /** What has joined reserves nothing. */
    @Override
    public ReferenceBlocks referenceBlocks() {
        return owning.referenceBlocks();
    }

    @Override
    public RunStore runs() {
        return inTransaction(RunStore.class, joined.runs());
    }

    @Override
    public NoticeStore notices() {
        return inTransaction(NoticeStore.class, joined.notices());
    }

    @Override
    public StatusStore statuses() {
        return inTransaction(StatusStore.class, joined.statuses());
    }

    @Override
    public CategoryStore categories() {
        return inTransaction(CategoryStore.class, joined.categories());
    }

    /** What delivers has nothing to join. */
    @Override
    public DeliveryQueue deliveries() {
        return owning.deliveries();
    }

    @Override
    public TallyStore tallies() {
        return inTransaction(TallyStore.class, joined.tallies());
    }

    @Override
    public Upkeep upkeep() {
        return owning.upkeep();
    }

    private <T> T inTransaction(Class<T> port, T store) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    for (int attempt = 1; ; attempt++) {
                        try {
                            return once(() -> method.invoke(store, arguments));
                        } catch (StorageException e) {
                            if (e.code() != TicketErrorCode.STORAGE_RETRYABLE || attempt == 10) {
                                throw e;
                            }
                        }
                    }
                });
        return port.cast(proxy);
    }

    private Object once(Callable<Object> call) throws Throwable {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            try {
                Object result = call.call();
                connection.commit();
                return result;
            } catch (InvocationTargetException e) {
                connection.rollback();
                throw e.getCause();
            } finally {
                CURRENT.remove();
            }
        }
    }
}
