package dev.ticketkit.acceptance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.query.ParsedQuery;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.Total;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type that is exported and holds a value is written and read by both Jacksons as they come, or it says here why not. A new one must be
 * added to {@link ResultValues}, to {@link JsonValues} or here.
 */
class ExportedValuesTest {
    private static final String BEHAVIOUR = "does something, and holds nothing to show";
    private static final String SETTINGS = "settings of a desk, made by the host's code";
    private static final String STORE = "between the desk and a store";

    private static final Map<String, Set<String>> NO_JSON = Map.of(
            BEHAVIOUR,
            Set.of(
                    "ActorDesk",
                    "AutomationDesk",
                    "AutomationJson",
                    "Catalogue",
                    "ContactDesk",
                    "DeclaredFields",
                    "DeliveryDesk",
                    "DurationBuckets",
                    "FieldValues",
                    "Labels",
                    "NotificationPreference",
                    "PersonText",
                    "Rendering",
                    "Statistics",
                    "StatusDesk",
                    "StoredCategories",
                    "Template",
                    "TemplateLinter",
                    "TicketDesk",
                    "TicketFields",
                    "TicketHandle",
                    "TimeOrderedIds",
                    "UnknownProperty",
                    "Validator",
                    "Words"),
            SETTINGS,
            Set.of(
                    "AccessScope",
                    "CsvOptions",
                    "DeliveryOptions",
                    "ReferenceContext",
                    "ReferencePlan",
                    "SequenceFormat",
                    "TenantSettings"),
            STORE,
            Set.of(
                    "AnswerCount",
                    "AutomationDocument",
                    "AutomationExecution",
                    "AutomationSet",
                    "CategoryCount",
                    "ContactTraces",
                    "CountQuery",
                    "CountReport",
                    "CountSummary",
                    "Delivery",
                    "DeliveryFailure",
                    "DurationHistogram",
                    "EventFeed",
                    "Firing",
                    "IdempotencyStamp",
                    "NotificationRecord",
                    "OwnerCount",
                    "ReferenceRequest",
                    "SortPosition",
                    "TicketChange",
                    "TicketCount",
                    "TicketFilter",
                    "Trace",
                    "Unattended"));

    static Stream<Object> values() {
        return Stream.concat(ResultValues.outputs(), ResultValues.inputs());
    }

    @Test
    void everyExportedTypeIsTriedOrSaysWhyNot() throws Exception {
        Set<Class<?>> tried = Stream.concat(values(), JsonValues.values())
                .<Class<?>>map(Object::getClass)
                .collect(Collectors.toSet());
        tried.add(Page.class);
        Set<String> silent = new TreeSet<>();
        Set<String> stale =
                new TreeSet<>(NO_JSON.values().stream().flatMap(Set::stream).toList());
        for (Class<?> type : ExportedTypes.ofValues()) {
            boolean known = tried.contains(type) || type.isEnum() || Throwable.class.isAssignableFrom(type);
            boolean excused = NO_JSON.values().stream().anyMatch(names -> names.contains(type.getSimpleName()))
                    || type.getName().startsWith("dev.ticketkit.spi.storage.CommitOutcome$");
            if (!known && !excused) {
                silent.add(type.getName());
            }
            if (!known) {
                stale.remove(type.getSimpleName());
            }
        }
        assertThat(silent).isEmpty();
        assertThat(stale).as("excused, but tried or gone").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void isTheSameFromBothAndComesBackFromBoth(Object value) throws Exception {
        String json = Jackson.TWO.write(value);
        assertThat(Jackson.THREE.write(value)).isEqualTo(json);
        assertThat(json)
                .doesNotContain("dev.ticketkit")
                .doesNotContain("internal.")
                .doesNotContain("stackTrace");
        for (Jackson jackson : Jackson.values()) {
            Object read = jackson.read(json, value.getClass());
            assertThat(jackson.write(read)).isEqualTo(json);
            if (hasValue(value.getClass())) {
                assertThat(read).isEqualTo(value);
            }
        }
    }

    /** Whether it is equal by what it holds, all the way down. */
    private static boolean hasValue(Class<?> type) {
        // These hold a query, a command or a result, which are equal to themselves alone; their JSON is compared.
        return type.isRecord()
                && !Set.of(ParsedQuery.class, ImportTicket.class, BulkResult.class)
                        .contains(type);
    }

    @Test
    void constantsAreWrittenByTheirName() throws Exception {
        for (Class<?> type : ExportedTypes.ofValues()) {
            for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
                for (Jackson jackson : Jackson.values()) {
                    assertThat(jackson.write(constant)).isEqualTo("\"" + ((Enum<?>) constant).name() + "\"");
                    assertThat((Object) jackson.read(jackson.write(constant), type))
                            .isEqualTo(constant);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void problemsOfABulkChangeComeBackWithTheirTypes(Jackson jackson) throws Exception {
        Set<String> codes = new TreeSet<>();
        for (TicketException problem : ResultValues.problems()) {
            assertThat(jackson.write(problem))
                    .doesNotContain("secret")
                    .contains(problem.code().name());
            BulkResult result = new BulkResult(
                    JsonValues.desk().open(JsonValues.full()).ticket().id(), null, problem);
            TicketException read =
                    jackson.read(jackson.write(result), BulkResult.class).problem();
            assertThat(read.code()).isEqualTo(problem.code());
            assertThat(read).hasMessage(problem.getMessage());
            codes.add(read.code().name());
        }
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Stream.of(dev.ticketkit.spi.error.TicketErrorCode.values())
                        .map(Enum::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void aPageHoldsWhateverIsListed(Jackson jackson) throws Exception {
        Page<ContactTickets> page = new Page<>(
                List.of(new ContactTickets(
                        Contact.of("c", "C"), Priority.LOW, Instant.parse("2026-03-10T09:00:00Z"), 2)),
                "next",
                new Total(3, true));

        String json = jackson.write(page);
        assertThat(json).contains("\"openedAt\":\"2026-03-10T09:00:00Z\"").doesNotContain("hasNext");
        assertThat(jackson.readPage(json, ContactTickets.class)).isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void aFiredFieldIsATextAWholeNumberOrAnObject(Jackson jackson) throws Exception {
        Fire fire = jackson.read(
                "{\"starter\":\"late\",\"fields\":{\"ORDER\":\"1\",\"COUNT\":3,"
                        + "\"EMPTY\":\"\",\"DAY\":{\"type\":\"DATE\",\"raw\":\"2026-03-10\"}}}",
                Fire.class);

        assertThat(fire.fields())
                .containsEntry("ORDER", FieldValue.text("1"))
                .containsEntry("EMPTY", FieldValue.text(""))
                .containsEntry("COUNT", FieldValue.number(new BigDecimal("3")))
                .containsEntry("DAY", FieldValue.date(java.time.LocalDate.parse("2026-03-10")));
        for (String wrong :
                List.of("true", "12.50", "12345678901234567890", "[1]", "{\"raw\":\"1\"}", "{\"type\":\"NUMBER\"}")) {
            assertThatThrownBy(() -> jackson.read("{\"fields\":{\"A\":" + wrong + "}}", Fire.class))
                    .as(wrong)
                    .isInstanceOf(Exception.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void aQueryOfStatisticsNeedsNothingAndBothDays(Jackson jackson) throws Exception {
        assertThat(jackson.write(jackson.read("{}", StatisticsQuery.class)))
                .isEqualTo(jackson.write(StatisticsQuery.builder().build()));
        for (String wrong : List.of(
                "{\"firstDay\":\"2026-01-01\"}",
                "{\"firstDay\":\"2026-01-02\",\"lastDay\":\"2026-01-01\"}",
                "{\"firstDay\":\"2026-13-01\",\"lastDay\":\"2026-01-01\"}",
                "{\"closing\":\"OPEN_NOW\"}",
                "{\"zone\":\"Nowhere\"}",
                "{\"basis\":\"?\"}")) {
            assertThatThrownBy(() -> jackson.read(wrong, StatisticsQuery.class))
                    .as(wrong)
                    .isInstanceOf(Exception.class);
        }
    }
}
