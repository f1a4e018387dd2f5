package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.spi.model.Ticket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R6")
class DescriptionTest extends DeskFixture {
    DescriptionTest(Store store) {
        super(store);
    }

    @Test
    void isOptional() {
        assertThat(opened("a").description()).isNull();
        assertThat(opened(ticket("b").description("")).description()).isNull();
        assertThat(changed(opened(ticket("c").description("text")), change().description(""))
                        .ticket()
                        .description())
                .isNull();
    }

    @Test
    void hasUpTo10000CodePoints() {
        String longest = "😀".repeat(10_000);
        Ticket ticket = opened(ticket("a").description(longest));

        assertThat(now(ticket).description()).isEqualTo(longest);
        assertRefused("description", () -> opened(ticket("b").description(longest + "x")));
        assertRefused("description", () -> changed(ticket, change().description(longest + "x")));
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>",
                "one\n\ttwo\r\nthree",
                "%%TICKET_TITLE%% ${jndi:ldap://x} {{a}} $1 \\ ' \" ; DROP TABLE ticket",
                "  outer blanks  ",
                "e\u0301 stays two code points, \u00e9 one",
                "\u202e right to left \u200b"
            })
    @Tag("F49")
    void isKeptAsItIsAndNeverInterpreted(String text) {
        assertThat(now(opened(ticket("a").description(text))).description()).isEqualTo(text);
        assertThat(now(changed(opened("b"), change().description(text)).ticket())
                        .description())
                .isEqualTo(text);
    }
}
