package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.samples.helpdesk.team.Role;
import dev.ticketkit.samples.helpdesk.team.Team;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of tickets, through the same API as tomorrow's, at their own times. */
@Component
class SeedTickets {
    private static final long SEED = 20_26;
    private static final int IN_ONE_COMMIT = 50;
    private static final long YEAR = Duration.ofDays(365).toMinutes();

    private final TicketDesk desk;
    private final HelpDeskProperties properties;
    private final Team team;
    private final Customers customers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SeedTickets(
            TicketDesk desk,
            HelpDeskProperties properties,
            Team team,
            Customers customers,
            TransactionTemplate transactions,
            Clock clock) {
        this.desk = desk;
        this.properties = properties;
        this.team = team;
        this.customers = customers;
        this.transactions = transactions;
        this.clock = clock;
    }

    void seed(int count) {
        Random random = new Random(SEED);
        Instant now = clock.instant();
        List<Instant> openings = openings(count, now, random);
        TicketLife life = new TicketLife(desk, properties.tenant(), random, now);
        List<Topic> topics = Topic.all();
        List<Contact> people = customers.all();
        List<Account> operators = team.operators();
        Account head = operators.stream()
                .filter(operator -> operator.role() == Role.OPERATOR)
                .findFirst()
                .orElseThrow();
        for (int next = 0; next < count; next += IN_ONE_COMMIT) {
            int from = next;
            List<Instant> some = openings.subList(from, Math.min(count, from + IN_ONE_COMMIT));
            transactions.executeWithoutResult(status -> some.forEach(opened -> {
                Topic topic = one(topics, random);
                List<Contact> speakers = people.stream()
                        .filter(person -> topic.language().equals(person.language()))
                        .toList();
                Contact contact = one(speakers, random);
                Actor opener = random.nextBoolean() ? Actor.host("chat") : head.actor();
                life.live(topic.about(contact, random), opener, head, one(operators, random), opened);
            }));
        }
    }

    /** In order, so that numbers are; a third of them lately, so that there is something to do. */
    private static List<Instant> openings(int count, Instant now, Random random) {
        return random.doubles(count)
                .map(share -> share < 0.2 ? share * 0.1 : share)
                .mapToObj(share -> now.minus(Duration.ofMinutes((long) (share * YEAR) + 1)))
                .sorted()
                .toList();
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
