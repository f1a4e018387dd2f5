package dev.ticketkit.core.internal.listing;

import dev.ticketkit.spi.model.TenantId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Cursors of the feed of changes; see {@link CursorCodec}. They stay readable for good: hosts keep them for years. */
public final class ChangeCursor {
    private static final byte VERSION = 3;

    private ChangeCursor() {}

    /** The cursor that goes on after a position. */
    public static String encode(TenantId tenant, long position) {
        ByteBuffer body = ByteBuffer.allocate(Long.BYTES).putLong(position);
        return CursorCodec.seal(VERSION, tenant, body.array());
    }

    /**
     * Reads a cursor.
     *
     * @return 0 or more
     * @throws dev.ticketkit.spi.error.NotFoundException when it is another tenant's
     * @throws dev.ticketkit.spi.error.RefusedException when it is no cursor of changes
     */
    public static long decode(TenantId tenant, String cursor) {
        try {
            ByteBuffer body = CursorCodec.open(VERSION, tenant, cursor);
            long position = body.getLong();
            if (position < 0 || body.hasRemaining()) {
                throw CursorCodec.unreadable();
            }
            return position;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw CursorCodec.unreadable();
        }
    }
}
