package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One write. The same entries in the same order make the same store. */
sealed interface JournalEntry {
    /** Whose write. */
    TenantId tenant();

    /** Does it; false when it is refused. */
    boolean applyTo(SmallTenant its);

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
        public TenantId tenant() {
            return after.tenant();
        }

        @Override
        public boolean applyTo(SmallTenant its) {
            its.tickets().commit(change());
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
        public boolean applyTo(SmallTenant its) {
            return its.statuses().save(before, entry);
        }
    }

    /** A status was taken out of the catalogue. */
    record RemoveStatus(TenantId tenant, StatusEntry before) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            return its.statuses().remove(before);
        }
    }

    /** A priority was kept. */
    record SavePriority(TenantId tenant, PriorityEntry entry) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            its.statuses().save(entry);
            return true;
        }
    }

    /** A category got another name. */
    record RenameCategory(TenantId tenant, UUID category, String name) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            return its.categories().rename(tenant, category, name);
        }
    }

    /** A category became part of another. */
    record MergeCategory(TenantId tenant, UUID from, UUID into) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            return its.categories().merge(from, into);
        }
    }

    /** A category was hidden or shown. */
    record HideCategory(TenantId tenant, UUID category, boolean hidden) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            return its.categories().hide(category, hidden);
        }
    }

    /** Numbers up to this one are given, or never will be. */
    record PassNumber(TenantId tenant, String series, long number) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            its.tickets().passNumber(series, number);
            return true;
        }
    }

    /** The keys of old commands were forgotten. */
    record PurgeKeys(TenantId tenant, Instant before) implements JournalEntry {
        @Override
        public boolean applyTo(SmallTenant its) {
            its.tickets().receipts().purge(before);
            return true;
        }
    }
}
