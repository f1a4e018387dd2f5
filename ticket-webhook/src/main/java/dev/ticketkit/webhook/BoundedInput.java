package dev.ticketkit.webhook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after so many bytes, whatever follows. */
final class BoundedInput extends FilterInputStream {
    private int left;

    BoundedInput(InputStream in, int most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = super.read(buffer, offset, Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
