package dev.ticketkit.samples.embedding;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One write. The same entries in the same order make the same store. */
sealed interface JournalEntry {
    /** Writes it to a store; false when the store refuses it. */
    boolean applyTo(TicketStorage storage);

    /** A decided change of a ticket; hash in hexadecimal. */
    record Change(
            @Nullable Ticket before,
            Ticket after,
            TicketEvent event,
            @Nullable ReferenceRequest request,
            @Nullable String key,
            @Nullable String bodyHash,
            boolean silent,
            @Nullable String erasedContactId)
            implements JournalEntry {
        static Change of(TicketChange change) {
            IdempotencyStamp stamp = change.idempotency();
            return new Change(
                    change.before(),
                    change.after(),
                    change.event(),
                    change.referenceRequest(),
                    stamp == null ? null : stamp.key(),
                    stamp == null ? null : HexFormat.of().formatHex(stamp.bodyHash()),
                    change.isSilent(),
                    change.erasedContactId());
        }

        @Override
        public boolean applyTo(TicketStorage storage) {
            storage.tickets().commit(change());
            return true;
        }

        private TicketChange change() {
            IdempotencyStamp stamp = key == null
                    ? null
                    : new IdempotencyStamp(key, HexFormat.of().parseHex(Objects.requireNonNull(bodyHash)));
            TicketChange change = before == null
                    ? TicketChange.opening(after, event, request, stamp)
                    : TicketChange.of(before, after, event, stamp);
            TicketChange erasing = erasedContactId == null ? change : change.erasingTracesOf(erasedContactId);
            return silent ? erasing.silently() : erasing;
        }
    }

    /** A status was kept. */
    record SaveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry) implements JournalEntry {
        @Override
        public boolean applyTo(TicketStorage storage) {
            return storage.statuses().saveStatus(tenant, before, entry);
        }
    }

    /** A status was taken out of the catalogue. */
    record RemoveStatus(TenantId tenant, StatusEntry before) implements JournalEntry {
        @Override
        public boolean applyTo(TicketStorage storage) {
            return storage.statuses().removeStatus(tenant, before);
        }
    }

    /** A priority was kept. */
    record SavePriority(TenantId tenant, PriorityEntry entry) implements JournalEntry {
        @Override
        public boolean applyTo(TicketStorage storage) {
            storage.statuses().savePriority(tenant, entry);
            return true;
        }
    }

    /** A category got another name. */
    record RenameCategory(TenantId tenant, UUID category, String name) implements JournalEntry {
        @Override
        public boolean applyTo(TicketStorage storage) {
            return storage.categories().rename(tenant, category, name);
        }
    }

    /** A category became part of another. */
    record MergeCategory(TenantId tenant, UUID from, UUID into) implements JournalEntry {
        @Override
        public boolean applyTo(TicketStorage storage) {
            return storage.categories().merge(tenant, from, into);
        }
    }

    /** A category was hidden or shown. */
    record HideCategory(TenantId tenant, UUID category, boolean hidden) implements JournalEntry {
        @Override
        public boolean applyTo(TicketStorage storage) {
            return storage.categories().hide(tenant, category, hidden);
        }
    }
}
