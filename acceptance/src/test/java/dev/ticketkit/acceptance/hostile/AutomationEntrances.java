package dev.ticketkit.acceptance.hostile;

import dev.ticketkit.acceptance.hostile.Entrances.Entrance;
import dev.ticketkit.acceptance.hostile.Entrances.Rule;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.Fired;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.spi.model.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every place of an automation where a text enters. */
final class AutomationEntrances {
    private static final Fired FIRED = Starter.fired("order");
    private static final Step OPEN = Step.openTicket("t");

    private final AutomationDesk desk;
    private final List<Entrance> all = new ArrayList<>();

    AutomationEntrances(AutomationDesk desk) {
        this.desk = desk;
    }

    List<Entrance> all() {
        itselfAndStarters();
        conditions();
        opening();
        updating();
        telling();
        return all;
    }

    private void add(
            String component, String field, int max, Rule rule, Function<String, Automation.Builder> automation) {
        all.add(new Entrance(
                component,
                field,
                max,
                rule,
                text -> desk.saveAnyway(automation.apply(text).build())));
    }

    private static Automation.Builder with(Starter starter, Step... steps) {
        return Automation.builder("hostile", "Hostile").when(starter).steps(steps);
    }

    private void itselfAndStarters() {
        add("Automation.id", "id", 64, Rule.NAME, text -> Automation.builder(text, "n")
                .when(FIRED)
                .steps(OPEN));
        add("Automation.name", "name", 100, Rule.NAME, text -> Automation.builder("id", text)
                .when(FIRED)
                .steps(OPEN));
        add("Fired.name", "starter.name", 100, Rule.NAME, text -> with(Starter.fired(text), OPEN));
        add("DeclaredField.name", "starter.fields[0].name", 100, Rule.NAME, text -> with(FIRED.with(text), OPEN));
        add(
                "StatusFilter.statuses",
                "starter.to.statuses",
                60,
                Rule.LINE,
                text -> with(Starter.statusBecame(text), Step.sendMessage("x")));
    }

    private void condition(String component, String field, int max, Rule rule, Function<String, Condition> condition) {
        add(component, field, max, rule, text -> with(FIRED, OPEN).onlyIf(Condition.not(condition.apply(text))));
    }

    private void conditions() {
        condition("CategoryIs.names", "condition.condition.names", 100, Rule.NAME, Condition::categoryIs);
        condition("OwnerIs.ids", "condition.condition.ids", 128, Rule.LINE, Condition::ownerIs);
    }

    private void opening() {
        add("OpenStep.title", "steps[0].title", 256, Rule.LINE, text -> with(FIRED, Step.openTicket(text)));
        add(
                "OpenStep.description",
                "steps[0].description",
                10_000,
                Rule.BLOCK,
                text -> with(FIRED, Step.openTicket("t").description(text)));
        add(
                "OpenStep.reference",
                "steps[0].reference",
                256,
                Rule.NAME,
                text -> with(FIRED, Step.openTicket("t").reference(text)));
        add(
                "OpenStep.status",
                "steps[0].status",
                60,
                Rule.LINE,
                text -> with(FIRED, Step.openTicket("t").status(text)));
        add(
                "OpenStep.priority",
                "steps[0].priority",
                60,
                Rule.LINE,
                text -> with(FIRED, Step.openTicket("t").priority(text)));
        add(
                "OpenStep.category",
                "steps[0].category",
                100,
                Rule.NAME,
                text -> with(FIRED, Step.openTicket("t").category(text)));
    }

    private void updating() {
        add(
                "UpdateStep.ticket",
                "steps[0].ticket",
                256,
                Rule.NAME,
                text -> with(FIRED, Step.updateTicket(text).status("open")));
        add(
                "UpdateStep.status",
                "steps[0].status",
                60,
                Rule.LINE,
                text -> with(FIRED, Step.updateTicket("R").status(text)));
        add(
                "UpdateStep.priority",
                "steps[0].priority",
                60,
                Rule.LINE,
                text -> with(FIRED, Step.updateTicket("R").priority(text)));
        add(
                "UpdateStep.category",
                "steps[0].category",
                100,
                Rule.NAME,
                text -> with(FIRED, Step.updateTicket("R").category(text)));
        add(
                "UpdateStep.owner",
                "steps[0].owner.label",
                256,
                Rule.LABEL,
                text -> with(FIRED, Step.updateTicket("R").owner(new Party("o", text))));
    }

    private void telling() {
        add(
                "MessageStep.template",
                "steps[1].template",
                200,
                Rule.NAME,
                text -> with(FIRED, OPEN, Step.sendTemplate(text)));
        add(
                "MessageStep.language",
                "steps[1].language",
                35,
                Rule.NAME,
                text -> with(FIRED, OPEN, Step.sendMessage("x").language(text)));
        add(
                "MessageStep.parameters",
                "steps[1].parameters[0]",
                4_000,
                Rule.BLOCK,
                text -> with(FIRED, OPEN, Step.sendTemplate("k", text)));
        add("MessageStep.text", "steps[1].text", 20_000, Rule.BLOCK, text -> with(FIRED, OPEN, Step.sendMessage(text)));
        add("TriggerStep.name", "steps[1].name", 100, Rule.NAME, text -> with(FIRED, OPEN, Step.dispatchTrigger(text)));
        add(
                "TriggerStep.parameters",
                "parameters",
                100,
                Rule.NAME,
                text -> with(FIRED, OPEN, Step.dispatchTrigger("n").with(text, "v")));
        add(
                "TriggerStep.parameters",
                "steps[1].parameters",
                4_000,
                Rule.BLOCK,
                text -> with(FIRED, OPEN, Step.dispatchTrigger("n").with("p", text)));
    }
}
