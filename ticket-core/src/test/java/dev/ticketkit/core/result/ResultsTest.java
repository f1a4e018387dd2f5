package dev.ticketkit.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultsTest {
    private final Ticket ticket = Tickets.open().build();
    private final Receipt receipt = new Receipt(ticket.id(), ticket.reference(), 1, new UUID(1, 1));

    @Test
    void aRepeatedCommandSaysSoAndMayNotSeeItsTicketAnyMore() {
        CommandResult now = CommandResult.now(receipt, ticket);
        CommandResult hidden = CommandResult.before(receipt, Optional.empty());
        assertThat(now.replayed()).isFalse();
        assertThat(now.recorded()).isTrue();
        assertThat(hidden.replayed()).isTrue();
        assertThat(hidden.receipt()).isEqualTo(receipt);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(hidden::ticket);
        assertThat(CommandResult.now(new Receipt(ticket.id(), ticket.reference(), 1, null), ticket)
                        .recorded())
                .isFalse();
    }

    @Test
    void aFiringReportsWhatItOpenedAndWhatFailed() {
        FireReport.Run done = new FireReport.Run("a", "A", ExecutionState.DONE, null, List.of(ticket));
        FireReport.Run failed = new FireReport.Run("b", "B", ExecutionState.FAILED, "title: blank", List.of());
        FireReport report = new FireReport(new UUID(1, 1), List.of(done, failed), false, true);
        assertThat(report.opened()).containsExactly(ticket);
        assertThat(report.failed()).containsExactly(failed);
    }

    @Test
    void whatAStatusIsUsedByIsSaidInWords() {
        List<String> twelve =
                IntStream.range(0, 12).mapToObj(each -> "a" + each).toList();
        assertThat(new StatusImpact(1, List.of()).said()).isEqualTo("1 ticket and no automation");
        assertThat(new StatusImpact(2, List.of("a")).said()).isEqualTo("2 tickets and the automations a");
        assertThat(new StatusImpact(2, twelve).said()).endsWith("a9 and 2 more");
        assertThat(new StatusImpact(0, List.of()).isNone()).isTrue();
        assertThat(new StatusImpact(0, List.of("a")).isNone()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TicketErrorCode.class)
    void everyErrorIsReadBackWithItsCode(TicketErrorCode code) {
        TicketException problem = new WrittenProblem(
                        code, "title: is required", "title", "x", "CHANGE", "ticket", List.of("TITLE"), ticket)
                .exception();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem instanceof RetryableException).isEqualTo(code == TicketErrorCode.STORAGE_RETRYABLE);
    }

    @Test
    void aRefusalThatIsReadBackNamesItsFieldOnce() {
        TicketException refused = new WrittenProblem(
                        TicketErrorCode.REFUSED, "title: is required", "title", null, null, null, null, null)
                .exception();
        assertThat(refused).isInstanceOf(RefusedException.class).hasMessage("title: is required");
    }

    @Test
    void aMoveThatLeftTicketsBehindIsNotComplete() {
        assertThat(new StatusMove(3, 0, List.of(), List.of()).isComplete()).isTrue();
        assertThat(new StatusMove(3, 1, List.of(), List.of()).isComplete()).isFalse();
    }
}
