package dev.ticketkit.samples.helpdesk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says once.
 *
 * @param key of the message
 * @param arguments of the message
 * @param undo where to post to take it back, or null
 */
public record Flash(
        String key, List<Object> arguments, @Nullable String undo) {
    /** Copies the list. */
    public Flash {
        arguments = List.copyOf(arguments);
    }

    /** Says something on the page that is redirected to. */
    public static void say(RedirectAttributes redirect, String key, Object... arguments) {
        redirect.addFlashAttribute("flash", new Flash(key, List.of(arguments), null));
    }

    /** Says something that can be taken back. */
    public static void undoable(RedirectAttributes redirect, String undo, String key, Object... arguments) {
        redirect.addFlashAttribute("flash", new Flash(key, List.of(arguments), undo));
    }

    /** Says that something is done, or what was wrong with it. */
    public static void sayOutcome(RedirectAttributes redirect, FormProblems problems, String done) {
        if (problems.any()) {
            say(redirect, "refused", String.join("; ", problems.fields().values()));
        } else {
            say(redirect, done);
        }
    }
}
