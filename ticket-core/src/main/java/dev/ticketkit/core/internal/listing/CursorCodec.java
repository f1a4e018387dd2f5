package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.internal.identity.ContentHash;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.FoldedText;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Writes where a page ended as text, and reads it again. A cursor says whose list and which query it belongs to, in hashes; it grants
 * nothing, since every page is filtered by what its reader may see.
 */
public final class CursorCodec {
    private static final byte VERSION = 1;
    private static final int HASH_BYTES = 8;
    private static final int FIXED_BYTES = 8 + 1 + 8 + 8 + 16;

    /** The end of the year 9999: a cursor made up by hand must not reach the store with what no column can hold. */
    private static final long LATEST_MICROS = 253_402_300_800_000_000L;

    /** More pages than anybody reads; counting on from here cannot overflow. */
    private static final long MAX_SEEN = 1L << 48;

    private static final int MAX_TEXT_BYTES = FoldedText.SORT_KEY_BYTES;

    private CursorCodec() {}

    /** Where a page starts, and how many tickets were on the pages before. */
    public record Start(SortPosition position, long seen) {}

    /** The cursor that goes on after a position. */
    public static String encode(TenantId tenant, TicketQuery query, Start end) {
        SortPosition position = end.position();
        byte[] text = position.text();
        UUID id = position.id().value();
        ByteBuffer body = ByteBuffer.allocate(FIXED_BYTES + text.length)
                .putLong(end.seen())
                .put((byte) (position.isEmpty() ? 1 : 0))
                .putLong(position.number())
                .putLong(position.second())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(text);
        return seal(VERSION, tenant, query, body.array());
    }

    /**
     * Reads a cursor.
     *
     * @throws NotFoundException when it is another tenant's
     * @throws RefusedException when it belongs to another query or is no cursor
     */
    public static Start decode(TenantId tenant, TicketQuery query, String cursor) {
        try {
            return readStart(open(VERSION, tenant, query, cursor), query);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw unreadable();
        }
    }

    /** A cursor of a kind, named by its version, as text. */
    static String seal(byte version, TenantId tenant, TicketQuery query, byte[] body) {
        return seal(
                version,
                tenant,
                ByteBuffer.allocate(HASH_BYTES + body.length)
                        .put(queryHash(query))
                        .put(body)
                        .array());
    }

    /** The same for what belongs to no query. */
    static String seal(byte version, TenantId tenant, byte[] body) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + HASH_BYTES + body.length)
                .put(version)
                .put(tenantHash(tenant))
                .put(body);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The body of a cursor of this tenant, query and kind. */
    static ByteBuffer open(byte version, TenantId tenant, TicketQuery query, String cursor) {
        ByteBuffer bytes = open(version, tenant, cursor);
        if (!Arrays.equals(take(bytes, HASH_BYTES), queryHash(query))) {
            throw new RefusedException("cursor", "belongs to another query; start again without a cursor");
        }
        return bytes;
    }

    /** The body of a cursor of this tenant and kind. */
    static ByteBuffer open(byte version, TenantId tenant, String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        if (bytes.get() != version) {
            throw unreadable();
        }
        if (!Arrays.equals(take(bytes, HASH_BYTES), tenantHash(tenant))) {
            throw new NotFoundException("cursor");
        }
        return bytes;
    }

    private static Start readStart(ByteBuffer bytes, TicketQuery query) {
        long seen = checkedSeen(bytes.getLong());
        boolean empty = bytes.get() == 1;
        long number = checkedMicros(bytes.getLong());
        long second = checkedMicros(bytes.getLong());
        TicketId id = new TicketId(new UUID(bytes.getLong(), bytes.getLong()));
        byte[] text = take(bytes, bytes.remaining());
        if (text.length > MAX_TEXT_BYTES) {
            throw unreadable();
        }
        if (empty) {
            return new Start(SortPosition.empty(id), seen);
        }
        return new Start(
                query.sort().isText() ? SortPosition.ofText(text, id) : SortPosition.ofNumbers(number, second, id),
                seen);
    }

    static long checkedMicros(long micros) {
        if (micros > LATEST_MICROS || micros < -LATEST_MICROS) {
            throw unreadable();
        }
        return micros;
    }

    static long checkedSeen(long seen) {
        if (seen < 0 || seen > MAX_SEEN) {
            throw unreadable();
        }
        return seen;
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private static byte[] tenantHash(TenantId tenant) {
        return Arrays.copyOf(ContentHash.of(tenant), HASH_BYTES);
    }

    /** Everything that decides which tickets come in which order; the page length may change between pages. */
    private static byte[] queryHash(TicketQuery query) {
        byte[] hash = ContentHash.of(
                query.text(),
                query.statuses(),
                query.macroStatus(),
                query.priorities(),
                query.owners(),
                query.unassigned(),
                query.categories(),
                query.uncategorised(),
                query.contacts(),
                query.origins(),
                query.attributes(),
                query.opened(),
                query.updated(),
                query.closed(),
                query.sort(),
                query.direction(),
                query.excludedText(),
                query.titles(),
                query.references(),
                query.contactNames(),
                query.ownerNames(),
                query.excluded().stream()
                        .map(each -> HexFormat.of().formatHex(queryHash(each)))
                        .toList());
        return Arrays.copyOf(hash, HASH_BYTES);
    }

    static RefusedException unreadable() {
        return new RefusedException("cursor", "is not one that a page gave; start again without a cursor");
    }
}
