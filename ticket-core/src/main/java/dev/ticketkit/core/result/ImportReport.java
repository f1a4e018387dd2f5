package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What an import came to, or how far it is.
 *
 * @param rows how many rows were read
 * @param imported how many tickets were brought in
 * @param skipped how many were known by reference or external id already
 * @param failed how many rows could not be brought in
 * @param problems the first 1,000 problems, in order of rows; a row may have several
 */
@JsonPropertyOrder({"rows", "imported", "skipped", "failed", "problems"})
public record ImportReport(long rows, long imported, long skipped, long failed, List<ImportProblem> problems) {
    /** Copies the list. */
    public ImportReport {
        problems = List.copyOf(problems);
    }
}
