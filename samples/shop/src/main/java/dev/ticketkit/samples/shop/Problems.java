package dev.ticketkit.samples.shop;

import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import jakarta.validation.ConstraintViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the desk refuses, as problem details (RFC 9457). */
@RestControllerAdvice
class Problems {
    @ExceptionHandler({TicketException.class, ConstraintViolationException.class})
    ProblemDetail problem(RuntimeException refused) {
        TicketErrorCode code = refused instanceof TicketException known ? known.code() : TicketErrorCode.REFUSED;
        HttpStatus status =
                switch (code) {
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case CONFLICT, TAKEN, KEY_REUSED -> HttpStatus.CONFLICT;
                    default -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(status.is5xxServerError() ? "Try again later." : refused.getMessage());
        problem.setProperty("code", code);
        return problem;
    }
}
