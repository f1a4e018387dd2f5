package dev.ticketkit.core.internal.identity;

import java.nio.ByteBuffer;
import java.security.DrbgParameters;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Bits from a secure source, drawn a block at a time, because a draw of eight bytes costs as much as one of hundreds. Every 64 bits are
 * given once, to one caller. Thread-safe; callers wait for each other only while a new block is drawn.
 */
public final class UnguessableBits implements RandomGenerator {
    static final int WORDS = 512;

    private final SecureRandom source;
    private volatile Block block = new Block(ByteBuffer.allocate(0));

    /** Bits of a source; nothing is drawn before the first is asked for. */
    UnguessableBits(SecureRandom source) {
        this.source = source;
    }

    private static final class Block {
        private final ByteBuffer bytes;
        private final int words;
        private final AtomicLong taken = new AtomicLong();

        Block(ByteBuffer bytes) {
            this.bytes = bytes;
            this.words = bytes.capacity() / Long.BYTES;
        }
    }

    private static final class Shared {
        static final UnguessableBits BITS = new UnguessableBits(secureSource());
    }

    /** Those of this process. */
    public static UnguessableBits shared() {
        return Shared.BITS;
    }

    /** @throws java.security.ProviderException if the source fails; the next call asks it again */
    @Override
    public long nextLong() {
        while (true) {
            Block current = block;
            long word = current.taken.getAndIncrement();
            if (word < current.words) {
                return current.bytes.getLong((int) word * Long.BYTES);
            }
            replace(current);
        }
    }

    // A new block instead of the old one filled again: another may have counted in the old one and not have read yet.
    private synchronized void replace(Block usedUp) {
        if (block == usedUp) {
            byte[] bytes = new byte[WORDS * Long.BYTES];
            source.nextBytes(bytes);
            block = new Block(ByteBuffer.wrap(bytes));
        }
    }

    /** NIST's hash generator, four times as fast in blocks as what Java takes by default on Linux, or else that. */
    static SecureRandom secureSource() {
        try {
            return SecureRandom.getInstance(
                    "DRBG", DrbgParameters.instantiation(256, DrbgParameters.Capability.RESEED_ONLY, null));
        } catch (NoSuchAlgorithmException e) {
            // A platform need not have it; every one has a default, which is as hard to guess.
            return new SecureRandom();
        }
    }
}
