package dev.ticketkit.core.internal.listing;

import static dev.ticketkit.core.Tickets.ACME;
import static dev.ticketkit.core.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.internal.listing.CursorCodec.Start;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R16")
class CursorCodecTest {
    private static final TicketQuery ALL = TicketQuery.all();

    private static String cursor(TicketQuery query) {
        return CursorCodec.encode(ACME, query, new Start(query.sort().positionOf(open().build()), 50));
    }

    @ParameterizedTest
    @EnumSource(TicketSort.class)
    void readsWhatItWrote(TicketSort sort) {
        TicketQuery query =
                TicketQuery.builder().sort(sort, SortDirection.ASCENDING).build();

        Start start = CursorCodec.decode(ACME, query, cursor(query));

        assertThat(start).isEqualTo(new Start(sort.positionOf(open().build()), 50));
    }

    @Test
    void pageLengthMayChangeBetweenPages() {
        assertThat(CursorCodec.decode(ACME, ALL.toBuilder().limit(200).build(), cursor(ALL))
                        .seen())
                .isEqualTo(50);
    }

    @Test
    @Tag("B1")
    void anotherTenantsCursorIsNotFound() {
        assertThatThrownBy(() -> CursorCodec.decode(new TenantId("other"), ALL, cursor(ALL)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        TicketQuery other = ALL.toBuilder().unassigned(true).build();
        TicketQuery without = ALL.toBuilder().excluded(other).build();
        TicketQuery withoutAll = ALL.toBuilder().excluded(ALL).build();

        for (TicketQuery query : List.of(other, without, withoutAll)) {
            assertThatThrownBy(() -> CursorCodec.decode(ACME, query, cursor(query == withoutAll ? without : ALL)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("another query");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!!", "AQ", "////"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> CursorCodec.decode(ACME, ALL, text)).isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("F46")
    void cursorChangedByHandIsReadOrRefusedButNeverFailsOtherwise() {
        long seed = 46;
        Random random = new Random(seed);
        byte[] bytes = Base64.getUrlDecoder().decode(cursor(ALL));
        for (int i = 0; i < 10_000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            String text = Base64.getUrlEncoder().encodeToString(changed);
            try {
                assertThat(CursorCodec.decode(ACME, ALL, text).position().number())
                        .as("seed %d, cursor %s", seed, text)
                        .isBetween(-253_402_300_800_000_000L, 253_402_300_800_000_000L);
            } catch (TicketException e) {
                assertThat(e).isInstanceOfAny(RefusedException.class, NotFoundException.class);
            }
        }
    }

    @Test
    @Tag("F46")
    void numbersNoPageEndsWithAreRefused() {
        TicketId id = open().build().id();
        for (Start forged : List.of(
                new Start(SortPosition.ofNumbers(Long.MIN_VALUE, 0, id), 1),
                new Start(SortPosition.ofNumbers(0, Long.MIN_VALUE, id), 1),
                new Start(SortPosition.ofNumbers(1, 1, id), -1),
                new Start(SortPosition.ofNumbers(1, 1, id), Long.MAX_VALUE))) {
            assertThatThrownBy(() -> CursorCodec.decode(ACME, ALL, CursorCodec.encode(ACME, ALL, forged)))
                    .isInstanceOf(RefusedException.class);
        }
    }
}
