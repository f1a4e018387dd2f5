package dev.ticketkit.spi.host;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessScopeTest {
    private final Ticket unowned = open().build();
    private final Ticket olgas = open().owner(new Party("olga", "Olga")).build();
    private final Ticket hardware =
            open().category(Category.named(ACME, "Hardware")).build();

    @Test
    void allCoversEverythingAndNoneNothing() {
        assertThat(AccessScope.all().covers(olgas)).isTrue();
        assertThat(AccessScope.none().covers(olgas)).isFalse();
        assertThat(AccessScope.none().isNone()).isTrue();
        assertThat(AccessScope.all().isNone()).isFalse();
    }

    @Test
    void eachPartCoversWhatItNames() {
        assertThat(AccessScope.unassigned().covers(unowned)).isTrue();
        assertThat(AccessScope.unassigned().covers(olgas)).isFalse();
        assertThat(AccessScope.owners(Set.of("olga")).covers(olgas)).isTrue();
        assertThat(AccessScope.owners(Set.of("olga")).covers(unowned)).isFalse();
        assertThat(AccessScope.contacts(Set.of("c-1")).covers(unowned)).isTrue();
        assertThat(AccessScope.contacts(Set.of("c-2")).covers(unowned)).isFalse();
        assertThat(AccessScope.categories(Set.of("  HARDWARE ")).covers(hardware))
                .isTrue();
        assertThat(AccessScope.categories(Set.of("Software")).covers(hardware)).isFalse();
        assertThat(AccessScope.categories(Set.of("Hardware")).covers(unowned)).isFalse();
    }

    @Test
    void joinedPartsCoverWhatEitherCovers() {
        AccessScope both =
                AccessScope.owners(Set.of("olga")).or(AccessScope.unassigned()).or(AccessScope.owners(Set.of("otto")));

        assertThat(both.covers(olgas)).isTrue();
        assertThat(both.covers(unowned)).isTrue();
        assertThat(both.owners()).containsExactlyInAnyOrder("olga", "otto");
        assertThat(both.or(AccessScope.all()).isAll()).isTrue();
        assertThat(AccessScope.none().or(AccessScope.none()).isNone()).isTrue();
    }

    @Test
    void anEmptyPartCoversNothing() {
        assertThat(AccessScope.owners(Set.of()).isNone()).isTrue();
        assertThat(AccessScope.contacts(Set.of())).isEqualTo(AccessScope.none());
    }
}
