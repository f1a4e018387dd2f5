package dev.ticketkit.spi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ticketkit.spi.fixture.Tickets;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import org.junit.jupiter.api.Test;

class CatalogueEntryTest {
    @Test
    void everyEntryNamesWhatItIsOf() {
        assertThatNullPointerException()
                .isThrownBy(() -> new StatusEntry(null, "Waiting", false))
                .withMessage("status");
        assertThatNullPointerException()
                .isThrownBy(() -> new PriorityEntry(null, "Soon", true))
                .withMessage("priority");
        assertThatNullPointerException()
                .isThrownBy(() -> new CategoryEntry(null, false))
                .withMessage("category");
    }

    /** A store compares the entry that was decided on with the one it keeps. */
    @Test
    void entriesAreTheSameByWhatTheySay() {
        Category hardware = Category.named(Tickets.ACME, "Hardware");
        assertThat(new StatusEntry(Status.OPEN, "New", false))
                .isEqualTo(new StatusEntry(Status.OPEN, "New", false))
                .isNotEqualTo(new StatusEntry(Status.OPEN, null, false))
                .isNotEqualTo(new StatusEntry(Status.OPEN, "New", true));
        assertThat(new PriorityEntry(Priority.LOW, null, true))
                .isNotEqualTo(new PriorityEntry(Priority.LOW, null, false));
        assertThat(new CategoryEntry(hardware, false)).isNotEqualTo(new CategoryEntry(hardware, true));
    }
}
