package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.result.ImportProblem;
import dev.ticketkit.core.result.ImportReport;
import dev.ticketkit.spi.error.RefusedException;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the rows of one import. Of one thread. */
final class ImportProgress {
    private static final int MOST_PROBLEMS = 1_000;

    private long rows;
    private long imported;
    private long skipped;
    private long failed;
    private final List<ImportProblem> problems = new ArrayList<>();

    /** The number of the next row. */
    long nextRow() {
        return ++rows;
    }

    void imported() {
        imported++;
    }

    void skipped() {
        skipped++;
    }

    void refused(long row, RefusedException problem) {
        failed(List.of(new ImportProblem(row, problem.field(), String.valueOf(problem.getMessage()))));
    }

    void invalid(long row, ConstraintViolationException problem) {
        failed(problem.getConstraintViolations().stream()
                .map(each -> new ImportProblem(row, each.getPropertyPath().toString(), each.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList());
    }

    ImportReport report() {
        return new ImportReport(rows, imported, skipped, failed, problems);
    }

    private void failed(List<ImportProblem> those) {
        failed++;
        those.stream().limit(MOST_PROBLEMS - problems.size()).forEach(problems::add);
    }
}
