package dev.ticketkit.samples.quickstart.log;

import dev.ticketkit.spi.model.Priority;
import java.time.Instant;

/**
 * One row of a log.
 *
 * @param line where it stands in the file, the first line being 1
 * @param caseId whose event it is
 * @param activity what was done
 * @param resource who did it
 * @param at when
 * @param customer for whom
 * @param product about what; may be empty
 * @param priority how urgent
 */
public record LogEvent(
        long line,
        String caseId,
        String activity,
        String resource,
        Instant at,
        String customer,
        String product,
        Priority priority) {}
