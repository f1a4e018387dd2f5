package dev.ticketkit.samples.helpdesk.page;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TakenException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a form, by field, in the reader's words as far as the desk has them.
 *
 * @param fields what is wrong with each
 */
public record FormProblems(Map<String, String> fields) {
    /** Copies the map. */
    public FormProblems {
        fields = Map.copyOf(fields);
    }

    /** Nothing is wrong. */
    public static FormProblems none() {
        return new FormProblems(Map.of());
    }

    /** What is wrong with one field. */
    public static FormProblems of(String field, String problem) {
        return new FormProblems(Map.of(field, problem));
    }

    /** Does something, and says what was wrong with what was given; what else it throws goes on. */
    public static FormProblems of(Runnable command) {
        try {
            command.run();
            return none();
        } catch (ConstraintViolationException e) {
            return of(e);
        } catch (RefusedException e) {
            return of(e.field(), said(e.field(), e));
        } catch (TakenException e) {
            return of(e.field(), said(e.field(), e));
        }
    }

    private static FormProblems of(ConstraintViolationException e) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (ConstraintViolation<?> each : e.getConstraintViolations()) {
            fields.merge(name(each.getPropertyPath()), each.getMessage(), (one, other) -> one + "; " + other);
        }
        return new FormProblems(fields);
    }

    /** The first name of the path: what a contact lacks is said at the contact. */
    private static String name(Path path) {
        for (Path.Node node : path) {
            if (node.getName() != null) {
                return node.getName();
            }
        }
        return "";
    }

    private static String said(String field, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(field + ": ") ? message.substring(field.length() + 2) : message;
    }

    /** Whether there is anything. */
    public boolean any() {
        return !fields.isEmpty();
    }

    /** Whether a field is wrong. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
