package dev.ticketkit.acceptance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The nouns and commands as JSON: the same from Jackson 2 and Jackson 3, both as they come, without modules. */
class JsonTest {
    @ParameterizedTest
    @MethodSource("dev.ticketkit.acceptance.json.JsonValues#values")
    void isTheSameFromBothAndComesBackFromBoth(Object value) throws Exception {
        String json = Jackson.TWO.write(value);
        assertThat(Jackson.THREE.write(value)).isEqualTo(json);
        for (Jackson jackson : Jackson.values()) {
            Object read = jackson.read(json, value.getClass());
            assertThat(jackson.write(read)).isEqualTo(json);
            if (value instanceof Command command) {
                assertThat(((Command) read).content()).isEqualTo(command.content());
                assertThat(((Command) read).idempotencyKey()).isEqualTo(command.idempotencyKey());
            } else if (!(value instanceof TicketQuery)) {
                assertThat(read).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void ofAPageHoldsItsTickets(Jackson jackson) throws Exception {
        ActorDesk desk = JsonValues.desk();
        desk.open(JsonValues.full());
        desk.open(JsonValues.full().toBuilder()
                .reference(null)
                .externalId(null)
                .idempotencyKey(null)
                .build());
        Page<Ticket> page = desk.list(TicketQuery.builder().limit(1).build());

        assertThat(Jackson.TWO.write(page)).isEqualTo(Jackson.THREE.write(page));
        assertThat(jackson.readPage(jackson.write(page), Ticket.class)).isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void hasThisShape(Jackson jackson) throws Exception {
        Ticket ticket = JsonValues.desk().open(JsonValues.full()).ticket();

        assertThat(jackson.write(ticket))
                .isEqualTo(
                        "{\"tenant\":\"t\",\"id\":\"" + ticket.id()
                                + "\",\"version\":1,\"reference\":\"R-1\",\"title\":\"Zürich \u2028 \\\"quoted\\\"\","
                                + "\"description\":\"two\\nlines\","
                                + "\"status\":{\"key\":\"resolved\",\"macro\":\"TERMINATED\",\"position\":5},"
                                + "\"priority\":\"URGENT\",\"category\":{\"id\":\""
                                + ticket.category().id() + "\",\"name\":\"Hardware\"},"
                                + "\"contact\":{\"id\":\"c-1\",\"name\":\"Ünal \\\"Q\\\" \\\\ <b> 😀\",\"phone\":\"+39061\","
                                + "\"email\":\"a@b\",\"language\":\"it\"},\"owner\":{\"id\":\"o\",\"label\":\"O\"},"
                                + "\"origin\":\"OPERATOR\",\"externalId\":\"e\","
                                + "\"attributes\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"\"},"
                                + "\"openedAt\":\"2026-03-10T09:00:00.123456Z\",\"updatedAt\":\"2026-03-10T09:00:00.123456Z\",\"answeredAt\":null,"
                                + "\"closedAt\":\"2026-03-10T09:00:00.123456Z\",\"reopenings\":0,\"deletedAt\":null,\"erasedAt\":null}");
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void withUnknownPropertiesIsReadWherePromised(Jackson jackson) throws Exception {
        ActorDesk desk = JsonValues.desk();
        Ticket ticket = desk.open(JsonValues.full()).ticket();
        TicketEvent event = desk.ticket(ticket).history().get(0);

        assertThat(jackson.read(withMore(jackson.write(ticket)), Ticket.class)).isEqualTo(ticket);
        assertThat(jackson.read(withMore(jackson.write(event)), TicketEvent.class))
                .isEqualTo(event);
        String future = jackson.write(ticket)
                .replace("\"contact\":{", "\"contact\":{\"fromTheFuture\":1,")
                .replace("\"owner\":{", "\"owner\":{\"fromTheFuture\":1,");
        assertThat(jackson.read(future, Ticket.class)).isEqualTo(ticket);
    }

    private static String withMore(String json) {
        return "{\"fromTheFuture\":{\"@class\":\"java.lang.Runtime\"}," + json.substring(1);
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void withNothingButWhatIsNeededIsRead(Jackson jackson) throws Exception {
        assertThat(jackson.write(jackson.read("{}", TicketQuery.class))).isEqualTo(jackson.write(TicketQuery.all()));
        assertThat(jackson.read("{}", ChangeTicket.class).content())
                .isEqualTo(ChangeTicket.builder().build().content());
        assertThat(jackson.read("{\"title\":\"t\"}", OpenTicket.class).content())
                .isEqualTo(OpenTicket.builder().title("t").build().content());
        assertThat(jackson.read("{\"text\":\"t\"}", AddNote.class)).isEqualTo(AddNote.of("t"));
        assertThat(jackson.read("{}", DeleteTicket.class)).isEqualTo(DeleteTicket.unkeyed());
        assertThat(jackson.read("{}", RestoreTicket.class)).isEqualTo(RestoreTicket.unkeyed());
        assertThat(jackson.read("{\"contact\":{\"id\":\"c\"}}", ChangeContact.class))
                .isEqualTo(ChangeContact.to(Contact.of("c", null)));
    }

    /** What a host's web layer does: binds, then validates with its own validator; the desk validates again. */
    @ParameterizedTest
    @EnumSource(Jackson.class)
    void ofACommandIsBoundThenValidated(Jackson jackson) throws Exception {
        Validator validator = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        OpenTicket bad = jackson.read(
                "{\"title\":\" \",\"category\":\"a\\u202eb\",\"contact\":{\"id\":\"c\",\"phone\":\"12\"},"
                        + "\"attributes\":{\"a\":\"\\u0000\"}}",
                OpenTicket.class);

        assertThat(validator.validate(bad))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("title", "category", "contact.phone", "attributes[a].<map value>");
        assertThat(validator.validate(bad))
                .extracting(violation -> violation.getMessage())
                .allMatch(message -> !message.startsWith("{"));
        assertThat(validator.validate(jackson.read(jackson.write(JsonValues.full()), OpenTicket.class)))
                .isEmpty();
        assertThat(validator.validate(jackson.read("{\"limit\":201}", TicketQuery.class)))
                .hasSize(1);
        assertThat(validator.validate(jackson.read("{}", AddNote.class))).hasSize(1);
        assertThat(validator.validate(jackson.read("{}", ChangeContact.class))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void withAnUnknownWordOfAClosedSetIsRefused(Jackson jackson) {
        assertThatThrownBy(() -> jackson.read("{\"priority\":\"VERY\"}", OpenTicket.class))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> jackson.read("{\"sort\":\"id;drop table\"}", TicketQuery.class))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> jackson.read("{\"clear\":[\"REFERENCE\"]}", ChangeTicket.class))
                .isInstanceOf(Exception.class);
    }

    /** The depth a host is told to allow. */
    @Test
    @Tag("R27")
    void ofDeeplyNestedConditionsIsRefusedByAMapperThatLimitsItself() {
        var two = com.fasterxml.jackson.databind.json.JsonMapper.builder(
                        com.fasterxml.jackson.core.JsonFactory.builder()
                                .streamReadConstraints(com.fasterxml.jackson.core.StreamReadConstraints.builder()
                                        .maxNestingDepth(AutomationJson.MAX_DEPTH)
                                        .build())
                                .build())
                .build();
        var three = tools.jackson.databind.json.JsonMapper.builder(tools.jackson.core.json.JsonFactory.builder()
                        .streamReadConstraints(tools.jackson.core.StreamReadConstraints.builder()
                                .maxNestingDepth(AutomationJson.MAX_DEPTH)
                                .build())
                        .build())
                .build();
        String deep = Automations.nested(10_000);

        assertThatThrownBy(() -> two.readValue(deep, Automation.class))
                .isInstanceOf(com.fasterxml.jackson.core.JacksonException.class);
        assertThatThrownBy(() -> three.readValue(deep, Automation.class))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
        assertThatThrownBy(() -> AutomationJson.read(deep)).isInstanceOf(RefusedException.class);
    }

    @Test
    void everyKindOfStarterConditionAndStepIsAmongTheValues() {
        List<Class<?>> kinds =
                JsonValues.values().<Class<?>>map(Object::getClass).toList();

        Stream.of(Starter.class, Condition.class, Step.class)
                .forEach(type -> assertThat(kinds).contains(type.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void ofAnAutomationIsWhatTheDeskItselfWrites(Jackson jackson) throws Exception {
        assertThat(jackson.write(Automations.full())).isEqualTo(AutomationJson.write(Automations.full()));
        assertThat(jackson.read(
                        "{\"id\":\"a\",\"name\":\"A\",\"starter\":{\"type\":\"fired\",\"name\":\"x\",\"fields\":[{\"name\":\"F\"}]},"
                                + "\"condition\":{\"type\":\"or\",\"conditions\":[{\"type\":\"category\",\"names\":[\"C\"]},"
                                + "{\"type\":\"owner\",\"ids\":[\"o\"]}]},\"steps\":[{\"type\":\"openTicket\",\"title\":\"t\"}]}",
                        Automation.class))
                .isEqualTo(Automations.plain());
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    @Tag("R27")
    void ofAHostileAutomationIsRefusedByTheMapperAndLoadsNothing(Jackson jackson) throws Exception {
        String good = jackson.write(Automations.full());
        for (String hostile : Automations.hostile(good)) {
            Throwable thrown = catchThrowable(() -> jackson.read(hostile, Automation.class));
            assertThat(thrown == null || thrown.getClass().getName().contains("jackson"))
                    .as(hostile.substring(0, Math.min(hostile.length(), 300)) + ": " + thrown)
                    .isTrue();
        }
        for (String word : List.of("fired", "and", "openTicket")) {
            String named = good.replace("\"" + word + "\"", "\"" + Automations.CANARY + "\"");
            assertThatThrownBy(() -> jackson.read(named, Automation.class)).isInstanceOf(Exception.class);
        }
        assertThat(Automations.canaryWasLoaded()).isFalse();
    }

    @Test
    void entriesOfTheCatalogueAreAmongTheValues() {
        assertThat(JsonValues.values().map(Object::getClass).distinct().map(Class::getSimpleName))
                .contains(
                        CategoryEntry.class.getSimpleName(),
                        StatusEntry.class.getSimpleName(),
                        "PriorityEntry",
                        "Ticket",
                        "TicketEvent",
                        "TicketQuery",
                        "Receipt");
    }
}
