package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.error.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All storages of a storage by tenant, for calls that name no tenant; another one comes first each time. Thread-safe. */
final class StoragesInTurn {
    private final Supplier<? extends Collection<? extends TicketStorage>> all;
    private final AtomicInteger turn = new AtomicInteger();

    StoragesInTurn(Supplier<? extends Collection<? extends TicketStorage>> all) {
        this.all = all;
    }

    /**
     * Asks one after the other until there is enough. One that fails does not keep what the others have; when none has anything, its
     * failure is thrown.
     *
     * @param work what to ask of one, given how much is missing; says how much it has
     */
    int upTo(int enough, Work work) {
        int done = 0;
        StorageException failure = null;
        for (TicketStorage each : inTurn()) {
            if (done < enough) {
                try {
                    done += work.apply(each, enough - done);
                } catch (StorageException e) {
                    failure = first(failure, e);
                }
            }
        }
        if (done == 0 && failure != null) {
            throw failure;
        }
        return done;
    }

    /** Tells all of them, also when one fails; then that is thrown. */
    void each(Consumer<TicketStorage> work) {
        StorageException failure = null;
        for (TicketStorage each : inTurn()) {
            try {
                work.accept(each);
            } catch (StorageException e) {
                failure = first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    boolean isAnyJoined() {
        return all.get().stream().anyMatch(TicketStorage::isJoined);
    }

    /** What is asked of one of them. */
    interface Work {
        int apply(TicketStorage storage, int missing);
    }

    private List<TicketStorage> inTurn() {
        List<TicketStorage> storages = new ArrayList<>(all.get());
        if (!storages.isEmpty()) {
            Collections.rotate(storages, Math.floorMod(turn.getAndIncrement(), storages.size()));
        }
        return storages;
    }

    private static StorageException first(@Nullable StorageException known, StorageException next) {
        if (known == null) {
            return next;
        }
        if (known != next) {
            known.addSuppressed(next);
        }
        return known;
    }
}
