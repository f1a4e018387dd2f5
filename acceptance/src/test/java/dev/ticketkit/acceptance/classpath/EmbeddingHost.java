package dev.ticketkit.acceptance.classpath;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.testkit.MemoryStorage;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import java.util.function.Supplier;

/** A host in a JVM of its own, with the class path it was given. Says what works. */
public final class EmbeddingHost {
    /** What the host gives its own validator with. */
    static final String OWN_VALIDATOR = "own";

    /** A title that the host's own validator does not want. */
    static final String BAD = "bad";

    private static final Contact ADA = Contact.of("c", "Ada");

    private EmbeddingHost() {}

    /** The only argument, if any, is {@link #OWN_VALIDATOR}. */
    public static void main(String[] arguments) {
        say("default factory", () -> Validation.buildDefaultValidatorFactory().toString());
        TicketDeskBuilder builder = TicketDesk.builder().storage(new MemoryStorage());
        if (arguments.length > 0 && arguments[0].equals(OWN_VALIDATOR)) {
            builder.validator(new HostValidator());
        }
        say("desk", () -> {
            use(builder.build().as("t", Actor.operator("olga", "Olga")));
            return "used";
        });
    }

    private static void use(ActorDesk olga) {
        say("opened", () -> open(olga, "plain"));
        say("bad", () -> open(olga, BAD));
        say("long", () -> open(olga, "x".repeat(300)));
        say("listed", () -> String.valueOf(olga.list(TicketQuery.all()).items().size()));
        say("automation", EmbeddingHost::automation);
    }

    private static String open(ActorDesk olga, String title) {
        olga.open(OpenTicket.builder().title(title).contact(ADA).build());
        return "yes";
    }

    private static String automation() {
        Automation automation = Automation.builder("a", "A")
                .when(Starter.fired("x"))
                .steps(Step.openTicket("t"))
                .build();
        return AutomationJson.write(automation);
    }

    private static void say(String what, Supplier<String> work) {
        String how;
        try {
            how = work.get();
        } catch (IllegalStateException | ValidationException e) {
            how = e.getMessage();
        }
        System.out.println(what + ": " + how);
    }
}
