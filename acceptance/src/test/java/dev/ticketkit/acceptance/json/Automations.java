package dev.ticketkit.acceptance.json;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.DeclaredField;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Automations of every kind, and what strangers may make of them. */
final class Automations {
    /** A class that tells when it is loaded: no JSON may do that. */
    static final class Canary {
        static {
            Cage.open = true;
        }

        private Canary() {}
    }

    private static final class Cage {
        private static boolean open;

        private Cage() {}
    }

    static final String CANARY = Automations.class.getName() + "$Canary";

    private Automations() {}

    static boolean canaryWasLoaded() {
        return Cage.open;
    }

    static Automation full() {
        return Automation.builder("full", "Zürich \u2028 \"Q\" 😀")
                .enabled(false)
                .order(-3)
                .when(Starter.fired("late").with("ORDER").withOptional("NOTE"))
                .onlyIf(Condition.allOf(conditions().toArray(Condition[]::new)))
                .steps(steps().toArray(Step[]::new))
                .build();
    }

    static Automation plain() {
        return Automation.builder("a", "A")
                .when(Starter.fired("x").with("F"))
                .onlyIf(Condition.anyOf(Condition.categoryIs("C"), Condition.ownerIs("o")))
                .steps(Step.openTicket("t"))
                .build();
    }

    static Automation onChange() {
        return Automation.builder("change", "C")
                .when(Starter.statusChanged().from(MacroStatus.IN_PROGRESS).to("closed", "resolved"))
                .steps(Step.sendMessage("x"))
                .build();
    }

    static Automation onOpening() {
        return Automation.builder("opening", "O")
                .when(Starter.ticketCreated())
                .steps(Step.sendMessage("x"))
                .build();
    }

    private static List<Condition> conditions() {
        return List.of(
                Condition.anyOf(Condition.categoryIs("B", "A"), Condition.hasNoCategory()),
                Condition.not(Condition.priorityIs(Priority.LOW, Priority.HIGH)),
                Condition.ownerIs("o"),
                Condition.isUnassigned(),
                Condition.originIs(Origin.HOST),
                Condition.contactHasOpenTicket(),
                Condition.contactHadResolvedTicket());
    }

    private static List<Step> steps() {
        return List.of(
                Step.openTicket("t %%ORDER%%")
                        .description("two\nlines")
                        .reference("R-%%ORDER%%")
                        .status("open")
                        .priority("high")
                        .category("C"),
                Step.updateTicket().owner(new Party("o", "O")).priority("LOW"),
                Step.sendTemplate("key", "", "%%NOTE%%").language("it").text("hello"),
                Step.dispatchTrigger("erp").with("b", "").with("a", "1"));
    }

    /** Parts that are also written alone, each with its type. */
    static List<Object> parts() {
        List<Object> parts = new ArrayList<>(conditions());
        parts.addAll(List.of(Condition.hasNoCategory(), Condition.priorityIsAtLeast(Priority.HIGH)));
        parts.add(Condition.allOf(Condition.isUnassigned()));
        parts.addAll(steps());
        parts.add(Step.openTicket("t"));
        parts.add(Step.sendMessage("x"));
        parts.addAll(List.of(Starter.ticketCreated(), Starter.statusChanged(), Starter.statusBecame("open")));
        parts.add(Starter.fired("x").withOptional("A"));
        parts.addAll(List.of(new DeclaredField("A", true), new StatusFilter(Set.of("open"), null)));
        return parts;
    }

    static String nested(int levels) {
        return "{\"condition\":" + "{\"type\":\"not\",\"condition\":".repeat(levels) + "null" + "}".repeat(levels + 1);
    }

    /** Documents nobody should send. */
    static List<String> hostile(String good) {
        List<String> all = new ArrayList<>();
        for (String word : List.of("@class", "@type", "class", "type", "javaClass")) {
            all.add("{\"" + word + "\":\"" + CANARY + "\"," + good.substring(1));
            all.add(good.replace("\"title\":", "\"" + word + "\":\"" + CANARY + "\",\"title\":"));
            all.add(good.replace("\"label\":", "\"" + word + "\":\"" + CANARY + "\",\"label\":"));
        }
        all.add("[\"" + CANARY + "\"," + good + "]");
        all.add(good.replaceFirst("\\{\"id\":\"o\",\"label\":\"O\"}", "[\"" + CANARY.replace("$", "\\$") + "\",{}]"));
        String not = "{\"type\":\"not\",\"condition\":";
        // Deeper ones are for mappers that limit themselves: what the providers allow by default is more than a stack
        // holds.
        all.add("{\"condition\":" + not.repeat(200) + "{\"type\":\"none\"}" + "}".repeat(201));
        all.add("{\"steps\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        all.add("{\"order\":" + "9".repeat(100_000) + "}");
        all.add("{\"order\":1e999999999}");
        all.add("{\"order\":-99999999999999999999}");
        all.add("{\"id\":\"a\",\"id\":\"b\",\"steps\":[],\"steps\":[null]}");
        all.add(
                "{\"id\":null,\"name\":null,\"enabled\":null,\"order\":null,\"starter\":null,\"condition\":null,\"steps\":null}");
        all.add(good.replaceAll(
                "\"(title|names|conditions|parameters|ids|priorities|fields|name)\":", "\"$1\":null,\"x$1\":"));
        all.addAll(
                List.of("", "null", "[]", "7", "\"x\"", "{", "{\"steps\":[null,{}]}", "{\"starter\":{\"type\":null}}"));
        return all;
    }
}
