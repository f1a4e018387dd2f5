package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.error.TicketException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A step that cannot be done and will not be tried again by itself. The message names field and value, safe to store and show. */
final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_VALUE = 100;

    StepFailure(String message, @Nullable Throwable cause) {
        super(CauseText.of(message), cause);
    }

    /** What the desk said, with the value it spoke of. */
    static StepFailure of(TicketException problem, Map<String, String> values) {
        String field = problem instanceof RefusedException refused
                ? refused.field()
                : problem instanceof TakenException taken ? taken.field() : "";
        return new StepFailure(withValue(String.valueOf(problem.getMessage()), values.get(field)), problem);
    }

    static StepFailure of(ConstraintViolationException problem, Map<String, String> values) {
        Map<String, String> problems = new TreeMap<>();
        for (ConstraintViolation<?> violation : problem.getConstraintViolations()) {
            String field = violation.getPropertyPath().toString();
            problems.put(field, withValue(field + ": " + violation.getMessage(), values.get(field)));
        }
        return new StepFailure(String.join("; ", problems.values()), problem);
    }

    private static String withValue(String message, @Nullable String value) {
        if (value == null || message.contains(value)) {
            return message;
        }
        int end = value.offsetByCodePoints(0, Math.min(SHOWN_VALUE, value.codePointCount(0, value.length())));
        return message + " (the value was \"" + value.substring(0, end) + (end < value.length() ? "…" : "") + "\")";
    }
}
