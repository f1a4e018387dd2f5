package dev.ticketkit.samples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Follows every link as each role. */
class CrawlTest extends DeskPages {
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)");
    private static final int MOST_PAGES = 120;

    @ParameterizedTest
    @CsvSource({"marta, 40", "anna, 40", "sofia, 20", "bruno, 3"})
    void findsNoFaultAndNoForeignData(String account, int fewest) throws Exception {
        Ticket foreign = opened("Secret of Bruno");
        Map<String, Integer> seen = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(account.equals("bruno") ? "/phone" : "/tickets");
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            String address = open.remove();
            if (seen.containsKey(kind(address))) {
                continue;
            }
            MockHttpServletResponse page = page(account, address);
            seen.merge(kind(address), 1, Integer::sum);
            assertThat(page.getStatus()).as(account + " " + address).isIn(200, 302);
            String text = page.getContentAsString();
            if (account.equals("sofia")) {
                assertThat(text).as(address).doesNotContain(foreign.title(), foreign.id() + "");
            }
            assertThat(text).as(address).doesNotContain("??");
            LINK.matcher(text)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.matches("/(webjars|app|charts|icons).*"))
                    .forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(fewest);
    }

    /** The same list sorted otherwise is another page; the second cursor of one is not. */
    private static String kind(String address) {
        return address.replaceAll("([?&]p=[^&]{0,8})[^&]*", "$1");
    }
}
