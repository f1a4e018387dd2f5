package dev.ticketkit.samples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

/** Follows every link and fills every form as each role, with what nobody should type, on a desk of its own. */
@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:crawled;DB_CLOSE_DELAY=-1", "helpdesk.seed-tickets=40"})
class FormsCrawlTest extends DeskPages {
    private static final String SCRIPT = "\"'><script>hostile()</script>";
    private static final List<String> HOSTILE = List.of(
            SCRIPT,
            "' or 1=1; drop table ticket; --",
            "${7*7} #{7*7} {{7*7}} [[${7*7}]] __${7*7}__",
            "%%TICKET_TITLE%% %%NOBODY%% %%",
            "../../../etc/passwd%00",
            "=cmd|' /C calc'!A0",
            "\u202egnippilf\u202c \ud83d\ude00 \u0000 \u0007",
            "lone \ud800 surrogate",
            "x".repeat(25_000),
            "-9999999999999999999999",
            "/tickets?q={x}&y=%zz",
            "   ",
            "");
    private static final int MOST_PAGES = 150;
    private static final String SECRET = "Secret of others";

    private Ticket foreign;

    @BeforeEach
    void somethingForeign() {
        // The first of all by name: forms are filled with the last.
        Contact stranger = new Contact("stranger-" + UUID.randomUUID(), "Aaron", null, null, null);
        customers.add(stranger);
        foreign = as("anna")
                .open(OpenTicket.builder().title(SECRET).contact(stranger).build())
                .ticket();
        desk.as("another", Actor.operator("anna"))
                .open(OpenTicket.builder()
                        .title("Another tenant's")
                        .contact(new Contact("bruno", "Bruno", null, null, null))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"bruno, 2", "sofia, 8", "anna, 8", "marta, 12"})
    void findsNoFaultAndNoForeignData(String account, int fewest) throws Exception {
        Set<String> pages = new HashSet<>();
        Set<String> forms = new HashSet<>();
        List<PageForm> last = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(account.equals("bruno") ? "/phone" : "/tickets");
        while (!open.isEmpty() && pages.size() < MOST_PAGES) {
            String address = open.remove();
            if (!pages.add(kind(address))) {
                continue;
            }
            String text = checked(account, address, page(account, address));
            for (PageForm form : PageForm.of(text)) {
                if (form.address().matches("/log(in|out)") || !forms.add(form.kind())) {
                    continue;
                }
                if (form.isLast()) {
                    last.add(form);
                } else {
                    fill(account, form);
                }
            }
            PageForm.links(text).forEach(open::add);
        }
        desk.drainWithRetries();
        for (PageForm form : last) {
            fill(account, form);
        }
        for (String place : account.equals("bruno")
                ? List.of("/phone")
                : List.of("/tickets", "/chats?contact=bruno", "/mailbox", "/statistics")) {
            checked(account, place, page(account, place));
        }
        assertThat(forms).hasSizeGreaterThanOrEqualTo(fewest);
    }

    @ParameterizedTest
    @CsvSource({"sofia", "bruno"})
    void doesNothingToATicketThatIsGuessed(String account) throws Exception {
        String id = foreign.id().toString();
        String contact = foreign.contact().id();
        String event = as("anna").ticket(foreign.id()).history().get(0).id().toString();
        for (String guessed : List.of(
                "/tickets/" + id,
                "/tickets/" + id + "/why/" + event,
                "/phone/tickets/" + id,
                "/chats/thread?contact=" + contact,
                "/chats?contact=" + contact)) {
            assertThat(page(account, guessed).getStatus()).as(guessed).isIn(403, 404);
        }
        for (String guessed : List.of("", "/notes", "/delete", "/restore")) {
            MockHttpServletResponse answer = send(
                    account,
                    "/tickets/" + id + guessed,
                    "now.title",
                    "Mine",
                    "version",
                    "1",
                    "text",
                    "Mine",
                    "kind",
                    "public");
            assertThat(answer.getStatus()).as(guessed).isIn(403, 404);
        }
        send(account, "/tickets/bulk", "id", id, "status", "closed");
        send(account, "/chats/say", "contact", contact, "text", "Mine");

        Ticket after = as("anna").ticket(foreign.id()).get();
        assertThat(after.version()).isEqualTo(foreign.version());
        assertThat(text("anna", "/chats?contact=" + contact)).doesNotContain("Mine");
    }

    private void fill(String account, PageForm form) throws Exception {
        submit(account, form, form.filled(value -> value));
        submit(account, form, new String[0]);
        for (String hostile : HOSTILE) {
            submit(account, form, form.filled(value -> hostile));
            submit(account, form, form.forged(hostile));
        }
    }

    private void submit(String account, PageForm form, String[] values) throws Exception {
        MockHttpServletResponse answer;
        if (form.post()) {
            answer = send(account, form.address(), values);
        } else {
            StringBuilder address = new StringBuilder(form.address()).append('?');
            for (int i = 0; i < values.length; i += 2) {
                address.append(values[i])
                        .append('=')
                        .append(URLEncoder.encode(values[i + 1], StandardCharsets.UTF_8))
                        .append('&');
            }
            answer = answer(account, get(URI.create(address.toString())).locale(Locale.ENGLISH));
        }
        checked(account, form.kind() + " " + List.of(values), answer);
    }

    private static String checked(String account, String what, MockHttpServletResponse answer) throws Exception {
        String said = account + " " + what.substring(0, Math.min(300, what.length()));
        assertThat(answer.getStatus()).as(said).isIn(200, 302, 400, 403, 404);
        String text = answer.getContentAsString();
        assertThat(text).as(said).doesNotContain("Another tenant's");
        if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
            assertThat(text).as(said).doesNotContain("<script>hostile", "??");
        }
        if (List.of("sofia", "bruno").contains(account)) {
            assertThat(text).as(said).doesNotContain(SECRET);
        }
        return text;
    }

    /** A page of another ticket, contact or cursor is the same kind of page. */
    private static String kind(String address) {
        return address.replaceAll("([?&](p|cursor)=)[^&]*", "$1")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#")
                .replaceAll("(contact=)[^&]*", "$1");
    }
}
