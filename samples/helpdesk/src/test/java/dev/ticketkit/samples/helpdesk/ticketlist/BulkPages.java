package dev.ticketkit.samples.helpdesk.ticketlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.samples.helpdesk.DeskPages;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a person does with the form below the list, as a browser sends it. */
abstract class BulkPages extends DeskPages {
    private static final Contact CLARA = new Contact("clara", "Clara", null, null, null);
    private static final Instant OPENED = Instant.parse("2026-03-01T10:00:00Z");

    private final MockHttpSession session = new MockHttpSession();

    final Document page(String address) throws Exception {
        return Jsoup.parse(text("anna", address));
    }

    /** Means all that a list finds and chooses a change; what comes is the question. */
    final Document ask(String account, String list, String... change) throws Exception {
        Document page = Jsoup.parse(text(account, list));
        page.select("#bulk [name=whole]").attr("checked", "");
        for (int i = 0; i < change.length; i += 2) {
            page.select("#bulk [name=" + change[i] + "] option[value=" + change[i + 1] + "]")
                    .attr("selected", "");
        }
        return Jsoup.parse(sent(account, page.expectForm("#bulk")).getContentAsString());
    }

    /** Says yes, and reads what the list says then. */
    final String confirmed(String account, Document question) throws Exception {
        return shown(account, sent(account, question.expectForm("main form")));
    }

    private MockHttpServletResponse sent(String account, FormElement form) throws Exception {
        MockHttpServletRequestBuilder request = asked(post(URI.create(form.attr("action"))));
        form.formData().stream()
                .filter(each -> !each.key().equals("_csrf"))
                .forEach(each -> request.param(each.key(), each.value()));
        return answer(account, request);
    }

    /** Sends a form and reads what the list says then: names and values in turn. */
    final String said(String account, String... form) throws Exception {
        MockHttpServletRequestBuilder request = asked(post("/tickets/bulk"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return shown(account, answer(account, request));
    }

    private String shown(String account, MockHttpServletResponse answer) throws Exception {
        String list = String.valueOf(answer.getRedirectedUrl());
        assertThat(list).startsWith("/tickets?q=");
        return Jsoup.parse(answer(account, asked(get(URI.create(list)))).getContentAsString())
                .select(".flash")
                .text();
    }

    private MockHttpServletRequestBuilder asked(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.ENGLISH).session(session).with(csrf());
    }

    final List<Ticket> found(String word) {
        return as("anna")
                .list(TicketQuery.builder().text(word).limit(200).build())
                .items();
    }

    /** Brings in tickets, as nobody is told of them. */
    final void past(String word, int count, String owner) {
        List<ImportTicket> rows = IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(String.format(Locale.ROOT, "%s %04d", word, number), owner))
                .toList();
        assertThat(as("marta").importTickets(rows.iterator()).imported()).isEqualTo(count);
    }

    private static ImportTicket row(String title, String owner) {
        OpenTicket ticket = OpenTicket.builder()
                .title(title)
                .externalId(title + owner)
                .contact(CLARA)
                .owner(owner.isEmpty() ? null : new Party(owner, owner))
                .build();
        return new ImportTicket(ticket, OPENED, null);
    }
}
