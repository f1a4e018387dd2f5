package dev.ticketkit.samples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What holds of every page's HTML, as far as it can be read without a browser. */
final class PageRules {
    private static final int MOST_FAULTS = 5;

    private PageRules() {}

    static void hold(String what, String text) {
        Parser parser = Parser.htmlParser().setTrackErrors(MOST_FAULTS);
        // What somebody typed is said again, also the one character that HTML has no form for.
        Document page = Jsoup.parse(text.replace('\0', ' '), "", parser);
        assertThat(parser.getErrors()).as(what).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).as(what + ": ids").doesNotHaveDuplicates();
        assertThat(page.select("input, select, textarea").stream().filter(field -> !isNamed(page, field)))
                .as(what + ": fields that nobody can be told of")
                .isEmpty();
        assertThat(page.select("[style], style, script:not([src]), [onclick], [onchange], [onsubmit]"))
                .as(what + ": what the content security policy stops")
                .isEmpty();
    }

    private static boolean isNamed(Document page, Element field) {
        if (List.of("hidden", "submit").contains(field.attr("type")) || field.hasAttr("aria-label")) {
            return true;
        }
        Element label = field.hasAttr("id") ? page.selectFirst("label[for=" + field.id() + "]") : null;
        Element around = label == null ? field.closest("label") : label;
        return around != null && !around.text().isBlank();
    }
}
