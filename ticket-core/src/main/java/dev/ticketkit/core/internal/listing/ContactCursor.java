package dev.ticketkit.core.internal.listing;

import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.TicketQuery;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Cursors of lists of contacts; see {@link CursorCodec}. */
public final class ContactCursor {
    private static final byte VERSION = 2;
    private static final int MAX_ID_BYTES = 4 * 128;

    private ContactCursor() {}

    /** Where a page starts, and how many contacts were on the pages before. */
    public record Start(ContactPosition position, long seen) {}

    /** The cursor that goes on after a position. */
    public static String encode(TenantId tenant, TicketQuery query, Start end) {
        ContactPosition position = end.position();
        byte[] id = position.contactId().getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocate(Long.BYTES + Byte.BYTES + Long.BYTES + id.length)
                .putLong(end.seen())
                .put((byte) position.priority().rank())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.openedAt()))
                .put(id);
        return CursorCodec.seal(VERSION, tenant, query, body.array());
    }

    /**
     * Reads a cursor.
     *
     * @throws dev.ticketkit.spi.error.NotFoundException when it is another tenant's
     * @throws dev.ticketkit.spi.error.RefusedException when it belongs to another query or is no cursor of contacts
     */
    public static Start decode(TenantId tenant, TicketQuery query, String cursor) {
        try {
            ByteBuffer body = CursorCodec.open(VERSION, tenant, query, cursor);
            long seen = CursorCodec.checkedSeen(body.getLong());
            Priority priority = Priority.ofRank(body.get());
            long micros = CursorCodec.checkedMicros(body.getLong());
            if (!body.hasRemaining() || body.remaining() > MAX_ID_BYTES) {
                throw CursorCodec.unreadable();
            }
            String contactId = StandardCharsets.UTF_8.newDecoder().decode(body).toString();
            Instant openedAt = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            return new Start(new ContactPosition(priority, openedAt, contactId), seen);
        } catch (java.nio.charset.CharacterCodingException | IllegalArgumentException | BufferUnderflowException e) {
            throw CursorCodec.unreadable();
        }
    }
}
