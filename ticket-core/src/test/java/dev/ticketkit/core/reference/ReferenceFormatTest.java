package dev.ticketkit.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R7")
class ReferenceFormatTest {
    private static final ReferenceContext NEW_YEARS_EVE =
            new ReferenceContext(new TenantId("acme"), Instant.parse("2026-12-31T18:30:00Z"), ZoneOffset.UTC);

    @Test
    void sequenceAsksTheStoreForAPaddedNumber() {
        ReferencePlan plan = ReferenceFormat.sequence("T-", 6).next(NEW_YEARS_EVE);

        assertThat(plan.reference()).isEqualTo(Reference.PENDING);
        assertThat(plan.request().format(42)).isEqualTo(new Reference("T-000042"));
        assertThat(plan.request().format(1_234_567)).isEqualTo(new Reference("T-1234567"));
    }

    @Test
    void yearlySequenceBeginsAnewWithTheYearOfTheTenantsZone() {
        ReferenceContext inKathmandu =
                new ReferenceContext(NEW_YEARS_EVE.tenant(), NEW_YEARS_EVE.openedAt(), ZoneId.of("Asia/Kathmandu"));
        ReferenceFormat yearly = ReferenceFormat.yearlySequence("T-", 4);

        assertThat(yearly.next(NEW_YEARS_EVE).request().format(1).value()).isEqualTo("T-2026-0001");
        assertThat(yearly.next(inKathmandu).request().format(1).value()).isEqualTo("T-2027-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "T-000001, true",
        "t-000001, true",
        "T-1234567, true",
        "T-00001, false",
        "T-00000x, false",
        "X-000001, false",
        "T-, false",
        "Ｔ-０００００１, true"
    })
    void sequenceKnowsItsOwnInAnyCaseAndWidth(String reference, boolean own) {
        assertThat(ReferenceFormat.sequence("T-", 6).matches(new Reference(reference)))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"T-2026-0001, true", "T-2026-001, false", "T-0001, false", "T-20260001, false", "T-abcd-0001, false"})
    void yearlySequenceKnowsItsOwn(String reference, boolean own) {
        assertThat(ReferenceFormat.yearlySequence("T-", 4).matches(new Reference(reference)))
                .isEqualTo(own);
    }

    @Test
    void codesHaveNoLookAlikesAndAreKnownAgain() {
        ReferenceFormat codes = new CodeFormat("C-", 10, new Random(7));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            Reference code = codes.next(NEW_YEARS_EVE).reference();
            assertThat(code.value()).matches("C-[23456789A-HJKMNPQRSTWXYZ]{10}");
            assertThat(codes.matches(code)).isTrue();
            seen.add(code.value());
        }
        assertThat(seen).hasSize(10_000);
        assertThat(codes.matches(new Reference("C-ORDER00042"))).isFalse();
    }

    @Test
    void everyLetterIsAsLikelyAtEveryPlace() {
        long seed = 11;
        int codes = 100_000;
        int length = 32;
        ReferenceFormat format = new CodeFormat("", length, new Random(seed));
        int[][] counts = new int[length][128];
        for (int i = 0; i < codes; i++) {
            String code = format.next(NEW_YEARS_EVE).reference().value();
            for (int place = 0; place < length; place++) {
                counts[place][code.charAt(place)]++;
            }
        }
        for (int place = 0; place < length; place++) {
            // 28 degrees of freedom: more than 75 comes once in 200,000 times.
            assertThat(chiSquare(counts[place], codes / 29.0))
                    .as("place %d, seed %d", place, seed)
                    .isLessThan(75);
        }
    }

    private static double chiSquare(int[] counts, double expected) {
        return "23456789ABCDEFGHJKMNPQRSTWXYZ"
                .chars()
                .mapToDouble(letter -> Math.pow(counts[letter] - expected, 2) / expected)
                .sum();
    }

    @Test
    void codesOfManyThreadsDiffer() {
        ReferenceFormat codes = ReferenceFormat.code("", 16);

        assertThat(IntStream.range(0, 300_000)
                        .parallel()
                        .mapToObj(i -> codes.next(NEW_YEARS_EVE).reference().value())
                        .distinct()
                        .count())
                .isEqualTo(300_000);
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> ReferenceFormat.sequence("T-", 0)).hasMessageContaining("padding");
        assertThatThrownBy(() -> ReferenceFormat.code("", 7)).hasMessageContaining("length");
    }

    @Test
    void hostsReferencesAreTakenAsTheyAre() {
        ReferenceFormat own = ReferenceFormat.of(
                context -> new Reference(context.tenant() + "/1"),
                reference -> reference.value().contains("/"));

        assertThat(own.next(NEW_YEARS_EVE).reference()).isEqualTo(new Reference("acme/1"));
        assertThat(own.matches(new Reference("acme/2"))).isTrue();
    }

    @Test
    void codeKnowsItsOwnWhateverThePrefixEndsWith() {
        for (String prefix : new String[] {"", "X-", "case ", "Stra\u00DFe ", "nr.\u00A0"}) {
            ReferenceFormat codes = ReferenceFormat.code(prefix, 8);

            assertThat(codes.matches(codes.next(NEW_YEARS_EVE).reference()))
                    .as("prefix \"%s\"", prefix)
                    .isTrue();
        }
    }
}
