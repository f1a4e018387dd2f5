package dev.ticketkit.core.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void ofManyTheFirstAreNamed() {
        StatusBook book = StatusBook.of(
                IntStream.range(10, 40)
                        .mapToObj(number -> new Status("own-" + number, MacroStatus.IN_PROGRESS, number))
                        .map(status -> new StatusEntry(status, status.key(), false))
                        .toList(),
                Labels.english());

        assertThatThrownBy(() -> book.choose("done"))
                .hasMessageContaining("own-22 and others of the catalogue")
                .hasMessageNotContaining("own-23");
    }
}
