package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R1")
class TitleTest extends DeskFixture {
    TitleTest(Store store) {
        super(store);
    }

    @Test
    void isRequired() {
        assertThatThrownBy(() -> olga().open(OpenTicket.builder().contact(ADA).build()))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u2003", "\u200b"})
    void mustNotBeBlankToTheEye(String blank) {
        assertThatThrownBy(() -> opened(blank))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("title");
    }

    @Test
    void hasUpTo256CodePointsWhateverUnitsTheyTake() {
        String longest = "\ud83d\ude00".repeat(256);

        assertThat(olga().find(opened(longest).id()).orElseThrow().title()).isEqualTo(longest);
        assertThatThrownBy(() -> opened(longest + "x"))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("title")
                .hasMessageContaining("256");
    }
}
