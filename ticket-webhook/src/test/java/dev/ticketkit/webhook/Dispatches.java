package dev.ticketkit.webhook;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Events to send, and what sending needs. */
final class Dispatches {
    static final WebhookSecret SECRET = secret(1);
    static final JsonWriter JSON = JsonMapper.builder().build()::writeValueAsString;

    private Dispatches() {}

    static Dispatch opening() {
        TicketFixtures fixtures = TicketFixtures.ofNewTenant();
        Ticket ticket = fixtures.ticket().title("Größe € 😀").build();
        return Dispatch.of(fixtures.event(ticket, EventKind.OPENED).build(), 1, ticket);
    }

    static WebhookSecret secret(int seed) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) seed);
        return WebhookSecret.parse("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    static WebhookEndpoint endpoint(String url) {
        return WebhookEndpoint.of(url, List.of(SECRET));
    }

    /** To receivers on this machine, which has to be allowed. */
    static WebhookDispatcherBuilder local(String url) {
        return WebhookDispatcher.builder(JSON, endpoint(url)).allowHttp().allowNetwork("127.0.0.0/8");
    }
}
