package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.samples.helpdesk.page.Flash;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a bulk change came to.
 *
 * @param changed how many tickets were changed
 * @param same how many had the values already
 * @param gone how many are not there, or not for this operator to see
 * @param refused how many were refused
 * @param refusals why, each reason once
 * @param failed how many the store did not answer for
 */
record BulkOutcome(long changed, long same, long gone, long refused, String refusals, long failed) {
    static BulkOutcome of(List<BulkResult> results) {
        List<CommandResult> written = results.stream()
                .flatMap(result -> Stream.ofNullable(result.written()))
                .toList();
        List<TicketException> problems = results.stream()
                .flatMap(result -> Stream.ofNullable(result.problem()))
                .toList();
        long changed = count(written, CommandResult::recorded);
        return new BulkOutcome(
                changed,
                written.size() - changed,
                count(problems, NotFoundException.class::isInstance),
                count(problems, BulkOutcome::isRefusal),
                refusals(problems),
                count(problems, StorageException.class::isInstance));
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    private static String refusals(List<TicketException> problems) {
        return problems.stream()
                .filter(BulkOutcome::isRefusal)
                .map(problem -> String.valueOf(problem.getMessage()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static boolean isRefusal(TicketException problem) {
        return !(problem instanceof NotFoundException) && !(problem instanceof StorageException);
    }

    /** Says it on the next page. */
    void say(RedirectAttributes redirect) {
        long unchanged = same + gone + refused + failed;
        if (unchanged == 0) {
            Flash.say(redirect, "bulk.done", changed);
        } else {
            Flash.say(redirect, "bulk.partly", changed, unchanged, same, gone, refused, refusals, failed);
        }
    }
}
