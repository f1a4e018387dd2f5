package dev.ticketkit.acceptance.json;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.testkit.MemoryStorage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A host in a JVM of its own, with the Jackson on its class path. Says what works. */
public final class JacksonHost {
    private static final Contact ADA = Contact.of("c", "Ada");

    private JacksonHost() {}

    /** The host's own mapper, as it comes; the classes are loaded only where they are. */
    private interface Own {
        String write(Object value) throws Exception;

        Object read(String json, Class<?> type) throws Exception;
    }

    private static final class Two implements Own {
        private final com.fasterxml.jackson.databind.ObjectMapper mapper =
                new com.fasterxml.jackson.databind.ObjectMapper();

        @Override
        public String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }

        @Override
        public Object read(String json, Class<?> type) throws Exception {
            return mapper.readValue(json, type);
        }
    }

    private static final class Three implements Own {
        private final tools.jackson.databind.ObjectMapper mapper =
                tools.jackson.databind.json.JsonMapper.builder().build();

        @Override
        public String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        public Object read(String json, Class<?> type) {
            return mapper.readValue(json, type);
        }
    }

    /** The only argument is the generation of its own mapper, or 0 when it has none. */
    public static void main(String[] arguments) throws Exception {
        TicketDesk desk = TicketDesk.builder().storage(new MemoryStorage()).build();
        ActorDesk olga = desk.as("t", Actor.operator("olga", "Olga"));
        olga.open(OpenTicket.builder().title("plain").contact(ADA).build());
        say("opened", olga.list(TicketQuery.all()).items().size());
        switch (arguments[0]) {
            case "2" -> bind(new Two());
            case "3" -> bind(new Three());
            default -> say("bound", "nothing");
        }
        automate(olga);
    }

    private static void automate(ActorDesk olga) {
        try {
            TicketDesk.builder().storage(new MemoryStorage()).automations(true).build();
        } catch (IllegalStateException e) {
            say("consumer", e.getMessage());
            say("saving", problemOf(() -> olga.automations().save(Automations.plain())));
            deliver();
            return;
        }
        say("written", AutomationJson.write(Automations.full()));
        say(
                "read",
                AutomationJson.read(AutomationJson.write(Automations.full())).equals(Automations.full()));
        say("refused", refused());
        Automation opens = Automations.plain().toBuilder().onlyIf(null).build();
        olga.automations().saveAnyway(opens);
        say("saved", olga.automations().list().equals(List.of(opens)));
        Fire fire = Fire.starter("x")
                .contact(ADA)
                .field("F", "1")
                .idempotencyKey("k")
                .build();
        say(
                "fired",
                olga.fire(fire).opened().size() + ", then " + olga.fire(fire).replayed());
    }

    /** An automation is there, saved where Jackson works. */
    private static void deliver() {
        MemoryStorage storage = new MemoryStorage();
        TenantId tenant = new TenantId("t");
        storage.automations().change(tenant, 0, List.of(new AutomationDocument("a", "{}")), Set.of());
        TicketDesk desk = TicketDesk.builder().storage(storage).build();
        desk.drain();
        desk.as(tenant, Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder().title("plain").contact(ADA).build());
        desk.drainWithRetries();
        say("consumers", desk.deliveries().consumers());
        desk.deliveries().parked(tenant, 10).forEach(each -> say("parked", each.cause()));
    }

    private static String refused() {
        try {
            AutomationJson.read("{\"id\":\"a\",\"conditon\":null}");
            return "no";
        } catch (RefusedException e) {
            return e.getMessage();
        }
    }

    private static String problemOf(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Everything that any Jackson is given. */
    static Stream<Object> values() {
        return Stream.of(JsonValues.values(), ResultValues.outputs(), ResultValues.inputs())
                .flatMap(each -> each);
    }

    /** Annotations alone decide what nouns and commands look like, and what may be left out. */
    private static void bind(Own own) throws Exception {
        int bound = 0;
        for (Object value : values().toList()) {
            String json = own.write(value);
            if (!own.write(own.read(json, value.getClass())).equals(json)) {
                say("changed", json);
            }
            bound++;
        }
        own.read("{}", TicketQuery.class);
        own.read("{}", ChangeTicket.class);
        own.read("{\"title\":\"t\"}", OpenTicket.class);
        own.read("{\"text\":\"t\"}", AddNote.class);
        own.read(
                "{\"id\":\"a\",\"name\":\"A\",\"starter\":{\"type\":\"fired\",\"name\":\"x\",\"fields\":[{\"name\":\"F\"}]}}",
                Automation.class);
        say("bound", bound);
    }

    private static void say(String what, Object how) {
        System.out.println(what + ": " + how);
    }
}
