package dev.ticketkit.spi.host;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.ADA;
import static dev.ticketkit.spi.fixture.Tickets.OLGA;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultAccessTest {
    private final AccessPolicy policy = AccessPolicy.defaults();
    private final Ticket adas = open().build();

    @ParameterizedTest
    @EnumSource(Action.class)
    void whoIsNoContactMayDoEverything(Action action) {
        for (Actor actor : Set.of(OLGA, Actor.automation("a", "A"), Actor.host("shop"))) {
            assertThat(policy.allows(ACME, actor, action, adas)).as(actor.id()).isTrue();
            assertThat(policy.visibleTo(ACME, actor)).isEqualTo(AccessScope.all());
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aContactOpensItsOwnTicketsAndNotesPublicly(Action action) {
        boolean may = action == Action.OPEN || action == Action.NOTE_PUBLICLY;
        Ticket bobs = open().contact(Contact.of("c-2", "Bob")).build();

        assertThat(policy.allows(ACME, ADA, action, adas)).isEqualTo(may);
        assertThat(policy.allows(ACME, ADA, action, bobs)).isFalse();
        assertThat(policy.allows(ACME, ADA, action, null)).isFalse();
    }

    @Test
    void aContactSeesItsOwnTicketsAndAddsNoCategory() {
        assertThat(policy.visibleTo(ACME, ADA)).isEqualTo(AccessScope.contacts(Set.of("c-1")));
        assertThat(policy.mayAddCategory(ACME, ADA)).isFalse();
    }
}
