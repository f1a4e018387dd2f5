package dev.ticketkit.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.identity.TimeOrderedIds;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsAreVersionSevenAndSortByTime() {
        TimeOrderedIds ids = new TimeOrderedIds();
        UUID earlier = ids.next(Instant.parse("2026-01-01T00:00:00Z"));
        UUID later = ids.next(Instant.parse("2026-01-01T00:00:00.001Z"));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void hashTellsApartWhatLooksAlikeWhenJoined() {
        assertThat(List.of(
                        hex("ab", "c"),
                        hex("a", "bc"),
                        hex("abc"),
                        hex("abc", null),
                        hex(List.of("a", "b")),
                        hex(List.of("ab")),
                        hex("a", "b"),
                        hex(new TreeMap<>(Map.of("a", "b")))))
                .doesNotHaveDuplicates();
    }

    /** Stored hashes outlive a release: this one must never change. */
    @Test
    void hashStaysWhatItWas() {
        assertThat(hex("open", 1, null, Arrays.asList("x", null), Map.of("k", "v")))
                .isEqualTo("b0c079015cb736493635d38c1e4007b95fed51fd5ff5e3c4240e130829c67db3");
    }

    private static String hex(Object... values) {
        return HexFormat.of().formatHex(ContentHash.of(values));
    }
}
