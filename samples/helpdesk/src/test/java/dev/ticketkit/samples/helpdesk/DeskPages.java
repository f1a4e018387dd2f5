package dev.ticketkit.samples.helpdesk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The application without a server, with its seed; one for all tests. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:helpdesk;DB_CLOSE_DELAY=-1",
            "helpdesk.seed-tickets=80",
            "helpdesk.hook-token=secret",
            "ticketkit.delivery.enabled=false"
        })
public abstract class DeskPages {
    @Autowired
    protected TicketDesk desk;

    @Autowired
    protected Customers customers;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private UserDetailsService accounts;

    private MockMvc pages;

    @BeforeEach
    void pages() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** A page as somebody sees it in English; nobody has signed in when the id is empty. */
    protected MockHttpServletResponse page(String account, String address) throws Exception {
        return answer(account, get(URI.create(address)).locale(Locale.ENGLISH));
    }

    /** What a page says. */
    protected String text(String account, String address) throws Exception {
        return page(account, address).getContentAsString();
    }

    /** Sends a form: names and values in turn. */
    protected MockHttpServletResponse send(String account, String address, String... form) throws Exception {
        MockHttpServletRequestBuilder request =
                post(URI.create(address)).locale(Locale.ENGLISH).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return answer(account, request);
    }

    /** What comes back for a request. */
    protected MockHttpServletResponse answer(String account, MockHttpServletRequestBuilder request) throws Exception {
        if (!account.isEmpty()) {
            request.with(user(accounts.loadUserByUsername(account)));
        }
        return pages.perform(request).andReturn().getResponse();
    }

    /** The desk of an operator. */
    protected ActorDesk as(String operator) {
        return desk.as("acme", Actor.operator(operator));
    }

    /** A new ticket of Bruno. */
    protected Ticket opened(String title) {
        return as("anna")
                .open(OpenTicket.builder()
                        .title(title)
                        .contact(customers.find("bruno").orElseThrow())
                        .build())
                .ticket();
    }
}
