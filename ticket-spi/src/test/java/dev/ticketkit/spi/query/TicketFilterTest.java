package dev.ticketkit.spi.query;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketFilterTest {
    private final Ticket ticket = open().description("It hums at night")
            .status(Status.WAITING)
            .category(Category.named(ACME, "Hardware"))
            .owner(new Party("olga", "Olga"))
            .attributes(Map.of("floor", "2", "colour", "red"))
            .build();

    static Stream<Arguments> conditions() {
        InstantRange before = InstantRange.of(null, NINE);
        InstantRange after = InstantRange.of(NINE, null);
        return Stream.of(
                arguments(query().statuses(" Waiting "), query().statuses("open")),
                arguments(query().macroStatus(MacroStatus.IN_PROGRESS), query().macroStatus(MacroStatus.TERMINATED)),
                arguments(query().priorities(Priority.LOW, Priority.MEDIUM), query().priorities(Priority.LOW)),
                arguments(query().owners("olga"), query().owners("otto")),
                arguments(query().owners("olga").unassigned(true), query().unassigned(true)),
                arguments(query().categories("HARDWARE"), query().categories("Software")),
                arguments(query().categories("Hardware").uncategorised(true), query().uncategorised(true)),
                arguments(query().contacts("c-1"), query().contacts("c-2")),
                arguments(query().origins(Origin.OPERATOR), query().origins(Origin.CONTACT)),
                arguments(query().attributes(Map.of("floor", "2")), query().attributes(Map.of("floor", "3"))),
                arguments(query().opened(after), query().opened(before)),
                arguments(query().updated(after), query().updated(before)),
                arguments(query().closed(InstantRange.ALWAYS), query().closed(before)),
                arguments(query().text("hums lamp"), query().text("hums stove")),
                arguments(query().excludedText("stove"), query().excludedText("hums")));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void everyConditionLetsSomeTicketsThroughAndSomeNot(TicketQueryBuilder through, TicketQueryBuilder not) {
        assertThat(filter(through, AccessScope.all()).test(ticket)).isTrue();
        assertThat(filter(not, AccessScope.all()).test(ticket)).isFalse();
    }

    @Test
    void whatIsOutsideTheScopeIsNotShown() {
        assertThat(filter(query(), AccessScope.owners(Set.of("olga"))).test(ticket))
                .isTrue();
        assertThat(filter(query(), AccessScope.categories(Set.of("hardware"))).test(ticket))
                .isTrue();
        assertThat(filter(query(), AccessScope.unassigned()).test(ticket)).isFalse();
        assertThat(filter(query(), AccessScope.contacts(Set.of("c-2"))).test(ticket))
                .isFalse();
    }

    @Test
    void anErasedTicketHasNoWords() {
        Ticket erased = ticket.toBuilder().erasedAt(NINE).build();
        assertThat(filter(query().text("lamp"), AccessScope.all()).test(erased)).isFalse();
    }

    private static TicketQueryBuilder query() {
        return TicketQuery.builder();
    }

    private static TicketFilter filter(TicketQueryBuilder query, AccessScope scope) {
        return new TicketFilter(query.build(), scope, TicketFilterTest::idsOf);
    }

    private static Set<UUID> idsOf(Set<String> names) {
        return names.stream().map(name -> Category.idOf(ACME, name)).collect(Collectors.toSet());
    }
}
