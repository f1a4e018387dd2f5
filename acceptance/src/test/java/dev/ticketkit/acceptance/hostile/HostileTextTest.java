package dev.ticketkit.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.acceptance.hostile.Entrances.Entrance;
import dev.ticketkit.acceptance.hostile.Entrances.Rule;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.DeclaredField;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
class HostileTextTest extends DeskFixture {
    private static final String MARK = "zqxj";
    private static final String TEN_MEGABYTES = MARK.repeat(2_500_000);

    private final Locale before = Locale.getDefault();
    private Ticket ticket;

    HostileTextTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open() {
        ticket = opened(ticket("known").category("Known"));
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    /** None of these may enter, by what it is called. In the middle: blanks at the ends are taken off labels and references first. */
    private static Map<String, String> hostileTo(Entrance entrance) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        texts.put("NUL", MARK + "\u0000" + MARK);
        texts.put("lone high surrogate", MARK + "\ud83d" + MARK);
        texts.put("lone low surrogate", MARK + "\udc00" + MARK);
        texts.put("surrogates the wrong way round", MARK + "\udc00\ud83d" + MARK);
        texts.put("bell", MARK + "\u0007" + MARK);
        texts.put("escape", MARK + "\u001b[31m" + MARK);
        texts.put("C1 control", MARK + "\u0085" + MARK);
        texts.put("one code point too long", "😀".repeat(entrance.max() + 1));
        texts.put("10 MB", TEN_MEGABYTES);
        if (entrance.rule() != Rule.BLOCK) {
            texts.put("line feed", MARK + "\nINFO forged line");
            texts.put("carriage return", MARK + "\r" + MARK);
        }
        if (entrance.rule() == Rule.NAME) {
            texts.put("zero width joiner", MARK + "\u200d" + MARK);
            texts.put("left to right mark", MARK + "\u200e" + MARK);
        }
        if (entrance.rule() == Rule.NAME || entrance.rule() == Rule.LABEL) {
            texts.put("right to left override", MARK + "\u202e" + MARK);
            texts.put("isolate", MARK + "\u2066" + MARK);
            texts.put("zero width space", MARK + "\u200b" + MARK);
            texts.put("byte order mark", MARK + "\ufeff" + MARK);
            texts.put("tag character", MARK + "\udb40\udc41" + MARK);
            texts.put("line separator", MARK + "\u2028" + MARK);
        }
        return texts;
    }

    private List<Object> everythingStored() {
        List<Object> stored = new ArrayList<>(walk(olga(), TicketQuery.all()));
        stored.add(olga().list(TicketQuery.builder().limit(1).build()).total());
        stored.addAll(handle(ticket).history());
        stored.addAll(olga().catalogue().categories());
        stored.addAll(olga().catalogue().statuses().entries());
        stored.addAll(olga().catalogue().priorities());
        stored.addAll(olga().automations().list());
        return stored;
    }

    private static void assertRefusedWithoutEcho(Entrance entrance, String kind, String text) {
        Throwable thrown = catchThrowable(() -> entrance.enter().accept(text));
        String what = entrance + ": " + kind;

        assertThat(thrown).as(what).isInstanceOfAny(ConstraintViolationException.class, RefusedException.class);
        assertThat(thrown.getMessage()).as(what).contains(entrance.field()).hasSizeLessThan(1000);
        assertThat(thrown.getMessage().chars()).as(what).allMatch(c -> (c >= ' ' && c < 0x7f) || c == '…');
        // The name of an attribute, a parameter or a dynamic field is the name of the field.
        if (!Set.of("attributes", "parameters", "fields").contains(entrance.field())) {
            assertThat(thrown.getMessage()).as(what).doesNotContain(MARK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG", "th-TH-u-nu-thai"})
    @Tag("F36")
    @Tag("F37")
    @Tag("F38")
    @Tag("F39")
    @Tag("F44")
    @Tag("F45")
    @Tag("F53")
    void isRefusedEverywhereNamingTheFieldAndNothingIsStored(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        List<Object> stored = everythingStored();
        for (Entrance entrance : Entrances.of(desk(), tenant, ticket)) {
            hostileTo(entrance).forEach((kind, text) -> assertRefusedWithoutEcho(entrance, kind, text));
            assertThat(everythingStored()).as(entrance.toString()).isEqualTo(stored);
        }
    }

    private static boolean holdsText(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && (field.getGenericType().getTypeName().contains("java.lang.String")
                        || field.getType() == Contact.class
                        || field.getType() == Party.class);
    }

    @Test
    @Tag("F36")
    void everyTextOfEveryCommandAndQueryIsAmongTheEntrances() {
        List<Class<?>> types = new ArrayList<>(List.of(Command.class.getPermittedSubclasses()));
        types.addAll(List.of(Contact.class, Party.class, TicketQuery.class, StatisticsQuery.class, Cause.class));
        types.add(Automation.class);
        Stream.of(Starter.class, Condition.class, Step.class)
                .forEach(type -> types.addAll(List.of(type.getPermittedSubclasses())));
        types.addAll(List.of(StatusFilter.class, DeclaredField.class));
        assertThat(types).contains(OpenTicket.class, ChangeTicket.class, ChangeContact.class, AddNote.class);
        Set<String> covered = Entrances.of(desk(), tenant, ticket).stream()
                .map(Entrance::component)
                .collect(java.util.stream.Collectors.toSet());

        assertThat(types.stream().flatMap(type -> Stream.of(type.getDeclaredFields())
                        .filter(HostileTextTest::holdsText)
                        .map(field -> type.getSimpleName() + "." + field.getName())))
                .isSubsetOf(covered)
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az", "lt", "ar-EG", "th-TH-u-nu-thai", "hi-IN-u-nu-deva"})
    @Tag("F44")
    void defaultLocaleOfTheJvmChangesNothing(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(opened("a").reference().value()).isEqualTo("T-000002");
        assertThat(changed(ticket, change().status("IN-PROGRESS"))
                        .ticket()
                        .status()
                        .key())
                .isEqualTo("in-progress");
        assertThat(olga().catalogue()
                        .addStatus("IDLE TITLE", MacroStatus.IN_PROGRESS)
                        .key())
                .isEqualTo("idle-title");
        Ticket isparta = opened(ticket("ISPARTA").category("ISPARTA").reference("IX-I"));
        assertThat(opened(ticket("b").category("isparta")).category()).isEqualTo(isparta.category());
        assertThat(opened(ticket("c").category("ısparta")).category()).isNotEqualTo(isparta.category());
        assertThat(opened(ticket("d").category("İzmir")).category())
                .isEqualTo(opened(ticket("e").category("i\u0307zmir")).category())
                .isNotEqualTo(opened(ticket("f").category("izmir")).category());
        assertThat(olga().find(new dev.ticketkit.spi.model.Reference("ix-i"))).contains(isparta);
        assertThat(titles(TicketQuery.builder().text("isparta").build())).containsExactly("ISPARTA");
        assertRefused(
                "limit", () -> olga().list(TicketQuery.builder().limit(201).build()));
        var yearly = deskBuilder()
                .tenants(id -> dev.ticketkit.core.tenant.TenantSettings.defaults()
                        .withReferences(dev.ticketkit.core.reference.ReferenceFormat.yearlySequence("Y-", 3)))
                .build()
                .as(tenant, dev.ticketkit.spi.model.Actor.host("h"));
        assertThat(yearly.open(ticket("y").build()).ticket().reference().value())
                .isEqualTo("Y-2026-001");
    }
}
