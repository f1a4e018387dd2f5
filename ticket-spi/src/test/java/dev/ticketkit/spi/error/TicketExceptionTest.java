package dev.ticketkit.spi.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketExceptionTest {
    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(new NotFoundException("ticket"), TicketErrorCode.NOT_FOUND, "ticket: not found"),
                arguments(new RefusedException("title", "is required"), TicketErrorCode.REFUSED, "title: is required"),
                arguments(new ForbiddenException("CHANGE"), TicketErrorCode.FORBIDDEN, "does not allow CHANGE"),
                arguments(new KeyReusedException(), TicketErrorCode.KEY_REUSED, "idempotencyKey"),
                arguments(new TakenException("reference", "T-1"), TicketErrorCode.TAKEN, "reference: \"T-1\" is"),
                arguments(new RetryableException("busy", null), TicketErrorCode.STORAGE_RETRYABLE, "busy"),
                arguments(
                        new UnreadableException("ticket 7", 3L, "what is this", null),
                        TicketErrorCode.SCHEMA,
                        "cannot read ticket 7, version 3: what is this"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorHasItsCodeAndNamesWhatItIsAbout(TicketException error, TicketErrorCode code, String named) {
        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContaining(named);
    }

    @Test
    void aTakenValueSaysWhoHasIt() {
        assertThat(new TakenException("reference", "T-1").isByDeletedTicket()).isFalse();
        assertThat(TakenException.usedOnce("reference", "T-1").isByDeletedTicket())
                .isFalse();
        assertThat(TakenException.byDeletedTicket("reference", "T-1"))
                .hasMessageContaining("restore that ticket")
                .matches(TakenException::isByDeletedTicket);
    }

    /** Callers try again what is a {@link RetryableException}, and nothing else. */
    @Test
    void onlyARetryableExceptionMaySayTryAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageException(TicketErrorCode.STORAGE_RETRYABLE, "busy", null));
        assertThat(new StorageException(TicketErrorCode.STORAGE_FAILED, "broken", null))
                .isNotInstanceOf(RetryableException.class);
    }

    @Test
    void anUnreadableRowWithoutAVersionNamesNone() {
        UnreadableException unreadable = new UnreadableException("status x", null, "unknown", null);
        assertThat(unreadable).hasMessageStartingWith("cannot read status x: unknown");
        assertThat(unreadable.row()).isEqualTo("status x");
        assertThat(unreadable.version()).isNull();
    }
}
