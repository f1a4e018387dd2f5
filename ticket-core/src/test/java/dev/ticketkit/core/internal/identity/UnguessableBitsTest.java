package dev.ticketkit.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R7")
class UnguessableBitsTest {
    @Test
    void drawsNothingBeforeTheFirstIsAskedFor() {
        CountingSource source = new CountingSource();
        UnguessableBits bits = new UnguessableBits(source);

        assertThat(source.draws).isZero();
        bits.nextLong();
        assertThat(source.draws).isEqualTo(1);
    }

    @Test
    void givesEachWordOnceInOrderAcrossTheEndsOfBlocks() {
        CountingSource source = new CountingSource();
        UnguessableBits bits = new UnguessableBits(source);
        int asked = 3 * UnguessableBits.WORDS;

        long[] given = LongStream.generate(bits::nextLong).limit(asked).toArray();

        assertThat(given).isEqualTo(LongStream.range(0, asked).toArray());
        assertThat(source.draws).isEqualTo(3);
        assertThat(bits.nextLong()).isEqualTo(asked);
        assertThat(source.draws).isEqualTo(4);
    }

    @Test
    void manyThreadsGetEveryWordOnce() throws Exception {
        CountingSource source = new CountingSource();
        UnguessableBits bits = new UnguessableBits(source);
        int threads = 64;
        int each = 5 * UnguessableBits.WORDS;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<long[]>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(pool.submit(
                    () -> LongStream.generate(bits::nextLong).limit(each).toArray()));
        }
        pool.shutdown();
        long[] all = new long[threads * each];
        for (int i = 0; i < threads; i++) {
            System.arraycopy(parts.get(i).get(1, TimeUnit.MINUTES), 0, all, i * each, each);
        }

        Arrays.sort(all);
        assertThat(all).isEqualTo(LongStream.range(0, all.length).toArray());
        assertThat(source.draws).isEqualTo(all.length / UnguessableBits.WORDS);
    }

    @Test
    void failureOfTheSourceIsToldAndTheNextCallAsksAgain() {
        CountingSource source = new CountingSource();
        UnguessableBits bits = new UnguessableBits(source);
        source.broken = true;

        assertThatThrownBy(bits::nextLong).isInstanceOf(ProviderException.class);
        assertThatThrownBy(bits::nextLong).isInstanceOf(ProviderException.class);
        source.broken = false;
        assertThat(bits.nextLong()).isZero();
    }

    @Test
    void drawsFromASecureSource() {
        assertThat(UnguessableBits.secureSource().getAlgorithm()).isEqualTo("DRBG");
        assertThat(UnguessableBits.shared()).isSameAs(UnguessableBits.shared());
    }

    /** Counts its words from 0 on, so that one that is lost or given twice shows. */
    private static final class CountingSource extends SecureRandom {
        private static final long serialVersionUID = 1;

        private int draws;
        private long next;
        private boolean broken;

        @Override
        public void nextBytes(byte[] bytes) {
            if (broken) {
                throw new ProviderException("broken");
            }
            draws++;
            LongBuffer words = ByteBuffer.wrap(bytes).asLongBuffer();
            while (words.hasRemaining()) {
                words.put(next++);
            }
        }
    }
}
