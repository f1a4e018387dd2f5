package dev.ticketkit.core.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private final CategoryStore categories = mock(CategoryStore.class);
    private final Visibility visibility = new Visibility(Tickets.ACME, categories);
    private final Ticket hardware =
            Tickets.open().category(Tickets.category("Hardware")).build();

    /** "Devices" was renamed to "Hardware". */
    @BeforeEach
    void oneCategoryHadAnotherName() {
        when(categories.find(any(), any())).thenReturn(Optional.empty());
        when(categories.find(Tickets.ACME, Tickets.category("Devices").id()))
                .thenReturn(Optional.of(new CategoryEntry(Tickets.category("Hardware"), false)));
    }

    @Test
    void aScopeMayNameACategoryByItsFormerName() {
        AccessScope devices = AccessScope.categories(Set.of("Devices"));
        assertThat(visibility.isInside(devices, hardware)).isTrue();
        assertThat(visibility.inside(devices).test(hardware)).isTrue();
    }

    @Test
    void aNameThatMeansAnotherCategoryShowsNothing() {
        AccessScope software = AccessScope.categories(Set.of("Software"));
        Ticket none = Tickets.open().build();
        assertThat(visibility.isInside(software, hardware)).isFalse();
        assertThat(visibility.inside(software).test(hardware)).isFalse();
        assertThat(visibility.isInside(AccessScope.categories(Set.of("Devices")), none))
                .isFalse();
        assertThat(visibility.inside(AccessScope.categories(Set.of("Devices"))).test(none))
                .isFalse();
    }

    @Test
    void aTicketOfAnotherTenantIsInNoScope() {
        Ticket foreign = Tickets.open().tenant(new TenantId("globex")).build();
        assertThat(visibility.isInside(AccessScope.all(), foreign)).isFalse();
        assertThat(visibility.inside(AccessScope.all()).test(foreign)).isFalse();
    }

    @Test
    void whatMayNotBeReadIsNotFoundAndWhatMayNotBeDoneIsForbidden() {
        Access adas = new Access(Tickets.ACME, Actor.contact("c-1", "Ada"), AccessPolicy.defaults(), categories);
        Ticket bobs = Tickets.open().contact(Contact.of("c-2", "Bob")).build();
        assertThat(adas.requireVisible(Optional.of(hardware))).isSameAs(hardware);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> adas.requireVisible(Optional.of(bobs)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> adas.requireVisible(Optional.empty()));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> adas.require(Action.DELETE, hardware))
                .matches(problem -> problem.action().equals("DELETE"));
    }
}
