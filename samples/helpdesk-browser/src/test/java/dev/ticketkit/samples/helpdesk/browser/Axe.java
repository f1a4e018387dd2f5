package dev.ticketkit.samples.helpdesk.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** Looks for what keeps people out of a page. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                found => done(found.violations.map(one => one.id + ': ' + one.help + ' at '
                    + one.nodes.map(node => node.target.join(' ') + ' ' + node.any.map(each => each.message).join('; ')).join(' | '))),
                failed => done(['axe failed: ' + failed]));
            """;

    private Axe() {}

    /** What is wrong with the page that is shown. */
    static List<String> violations(JavascriptExecutor page) {
        page.executeScript(SCRIPT);
        Object found = page.executeAsyncScript(RUN);
        return found instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(found));
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
