package dev.ticketkit.spi.model;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ticketkit.spi.error.RefusedException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NounsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Open", "1st", "-x", "in progress", "für", "a_b"})
    void aStatusKeyOfOtherCharactersIsRefused(String key) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Status(key, MacroStatus.IN_PROGRESS, 9))
                .withMessageContaining("a-z");
    }

    @Test
    void aStatusKeyHasAtMostSixtyCharacters() {
        assertThat(new Status("a".repeat(60), MacroStatus.IN_PROGRESS, 9).isPredefined())
                .isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Status("a".repeat(61), MacroStatus.IN_PROGRESS, 9));
    }

    @Test
    void predefinedStatusesStandInTheirOrder() {
        assertThat(Status.predefined())
                .allMatch(Status::isPredefined)
                .extracting(Status::position)
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void aPriorityIsFoundByItsRank(Priority priority) {
        assertThat(Priority.ofRank(priority.rank())).isEqualTo(priority);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, -1})
    void noPriorityHasAnotherRank(int rank) {
        assertThatIllegalArgumentException().isThrownBy(() -> Priority.ofRank(rank));
    }

    @Test
    void referencesAreTheSameHoweverTheyAreTyped() {
        Reference reference = new Reference(" Lamp-7 ");
        assertThat(reference.value()).isEqualTo("Lamp-7");
        assertThat(reference.sameAs(new Reference("LAMP-7"))).isTrue();
        assertThat(reference.sameAs(new Reference("LAMP-8"))).isFalse();
        assertThat(Reference.parse("a\nb")).isEmpty();
        assertThat(Reference.parse("T-1")).contains(new Reference("T-1"));
    }

    /** Stores order ids by their bytes; so does a page's position. */
    @Test
    void ticketIdsAreOrderedByTheirBytes() {
        TicketId low = new TicketId(new UUID(0x7fffffffffffffffL, 0));
        TicketId high = new TicketId(new UUID(0x8000000000000000L, 0));
        assertThat(low).isLessThan(high);
        assertThat(new TicketId(new UUID(1, 0x7fffffffffffffffL)))
                .isLessThan(new TicketId(new UUID(1, 0x8000000000000000L)));
        assertThat(TicketId.of(low.toString())).isEqualTo(low);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> TicketId.of("7"));
    }

    @Test
    void aCategoryIsOneInAnySpellingAndAnotherInAnotherTenant() {
        UUID hardware = Category.idOf(ACME, "Hardware");
        assertThat(Category.named(ACME, " HARDWARE ").id()).isEqualTo(hardware);
        assertThat(Category.named(ACME, " HARDWARE ").name()).isEqualTo("HARDWARE");
        assertThat(Category.idOf(new TenantId("globex"), "Hardware")).isNotEqualTo(hardware);
        assertThat(hardware.version()).isEqualTo(5);
        assertThat(hardware.variant()).isEqualTo(2);
    }

    @Test
    void anActorHasAnIdAndALabel() {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Actor.operator(" "));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Actor.contact("c-1", "A\nda"));
        assertThat(Actor.host("shop").label()).isEqualTo("shop");
    }
}
