package dev.ticketkit.samples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

/** Follows every link and fills every form as each role, with what nobody should type, on a desk of its own. */
@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:crawled;DB_CLOSE_DELAY=-1", "helpdesk.seed-tickets=60"})
@Import(FormsCrawlTest.Refusing.class)
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
    private static final String[] OF_SETTINGS = {
        "/settings/statuses",
        "/settings/statuses/#/label",
        "/settings/statuses/#/hide",
        "/settings/statuses/#/show",
        "/settings/statuses/#/remove",
        "/settings/categories/rename",
        "/settings/categories/merge",
        "/settings/categories/hide",
        "/settings/automations/save",
        "/settings/automations/check",
        "/settings/automations/dry-run",
        "/settings/automations/json",
        "/settings/automations/#/switch",
        "/settings/automations/#/remove",
        "/settings/deliveries/release"
    };
    private static final String SECRET = "Secret of others";

    @Autowired
    private Refusing refusing;

    private Ticket foreign;
    private Ticket another;

    @BeforeEach
    void somethingForeign() {
        // The first of all by name: forms are filled with the last.
        Contact stranger = new Contact("stranger-" + UUID.randomUUID(), "Aaron", null, null, null);
        customers.add(stranger);
        foreign = as("anna")
                .open(OpenTicket.builder().title(SECRET).contact(stranger).build())
                .ticket();
        another = desk.as("another", Actor.operator("anna"))
                .open(OpenTicket.builder()
                        .title("Another tenant's")
                        .contact(new Contact("bruno", "Bruno", null, null, null))
                        .build())
                .ticket();
        refusing.whileIt(desk::drain);
    }

    @ParameterizedTest
    @CsvSource({"bruno, /phone, 4", "sofia, /tickets, 15", "anna, /tickets, 15", "marta, /tickets, 30"})
    void findsNoFaultAndNoForeignData(String account, String start, int fewest) throws Exception {
        FormsCrawl crawl = new FormsCrawl(this, account, (what, answer) -> check(account, what, answer));
        crawl.walk(start);
        crawl.fill(form -> typed(account, form));
        desk.drainWithRetries();
        crawl.walk(start);
        crawl.fill(form -> typed(account, form));
        crawl.walk(start);

        assertThat(crawl.filled()).hasSizeGreaterThanOrEqualTo(fewest);
        if (account.equals("marta")) {
            assertThat(crawl.filled().stream().map(form -> form.replaceAll(" .*", "")))
                    .contains(OF_SETTINGS);
        }
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

    @Test
    void releasesNothingOfAnotherTenant() throws Exception {
        TenantId tenant = new TenantId("another");
        List<ParkedDelivery> parked = desk.deliveries().parked(tenant, 10);
        String event = parked.get(0).eventId().toString();

        send("marta", "/settings/deliveries/release", "event", event, "consumer", "refusing");

        assertThat(desk.deliveries().parked(tenant, 10)).isNotEmpty().isEqualTo(parked);
    }

    /** What Sofia has filled with everything need not be filled so by those who may do more. */
    private static List<String> typed(String account, PageForm form) {
        boolean again =
                List.of("anna", "marta").contains(account) && !form.address().startsWith("/settings");
        return again ? HOSTILE.subList(0, 3) : HOSTILE;
    }

    private void check(String account, String what, MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).as(what).isIn(200, 302, 400, 403, 404);
        String text = text(answer);
        assertThat(text)
                .as(what)
                .doesNotContain("Another tenant's", another.id().toString());
        if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
            assertThat(text).as(what).doesNotContain("<script>hostile", "??");
            PageRules.hold(what, text);
        }
        if (List.of("sofia", "bruno").contains(account)) {
            assertThat(text).as(what).doesNotContain(SECRET);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A system behind the desk; what it refuses is parked. */
    static final class Refusing implements EventConsumer {
        private final AtomicBoolean broken = new AtomicBoolean();

        void whileIt(Runnable delivers) {
            broken.set(true);
            delivers.run();
            broken.set(false);
        }

        @Override
        public String name() {
            return "refusing";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent event) {
            return broken.get() ? DeliveryResult.REJECTED : DeliveryResult.SKIPPED;
        }
    }
}
