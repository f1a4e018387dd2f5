package dev.ticketkit.core.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Status;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R3")
class StatusBookTest {
    @Test
    void whoChoosesAStatusThatThereIsNotIsToldWhichThereAre() {
        StatusBook book = StatusBook.of(List.of(new StatusEntry(Status.CLOSED, null, true)), Labels.english());

        assertThatThrownBy(() -> book.choose("done"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "status: there is no status with this key; choose one of open, in-progress, pending, waiting,"
                                + " resolved, terminated");
    }
}
