package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of tickets: those of long ago are imported, the latest are lived through the same API as tomorrow's, at their own times. */
@Component
class SeedTickets {
    private static final long SEED = 20_26;
    private static final long YEAR = Duration.ofDays(365).toMinutes();
    private static final Duration LATELY = Duration.ofDays(21);

    private final QuietDesk quiet;
    private final HelpDeskProperties properties;
    private final Team team;
    private final Customers customers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SeedTickets(
            QuietDesk quiet,
            HelpDeskProperties properties,
            Team team,
            Customers customers,
            TransactionTemplate transactions,
            Clock clock) {
        this.quiet = quiet;
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
        int past = (int) openings.stream()
                .filter(opened -> opened.isBefore(now.minus(LATELY)))
                .count();
        Topics topics = new Topics(Topic.all(), customers.all(), random);
        quiet.begin();
        bringIn(openings.subList(0, past), topics, random);
        transactions.executeWithoutResult(status -> live(openings.subList(past, count), topics, random, now));
        quiet.end();
    }

    private void bringIn(List<Instant> openings, Topics topics, Random random) {
        PastTickets past = new PastTickets(random);
        List<ImportTicket> rows = new ArrayList<>();
        for (Instant opened : openings) {
            rows.add(past.row(topics.next(), one(team.operators(), random), opened, rows.size() + 1));
        }
        quiet.desk().as(properties.tenant(), Actor.host("seed")).importTickets(rows.iterator());
    }

    private void live(List<Instant> openings, Topics topics, Random random, Instant now) {
        TicketLife life = new TicketLife(quiet.desk(), properties.tenant(), random, now);
        Account head = team.operators().stream()
                .filter(operator -> operator.role() == Role.OPERATOR)
                .findFirst()
                .orElseThrow();
        for (Instant opened : openings) {
            OpenTicket ticket = topics.next();
            Actor opener = random.nextBoolean() ? Actor.host("chat") : head.actor();
            life.live(ticket, opener, head, one(team.operators(), random), opened);
        }
    }

    /** In order, so that numbers are; a fifth of them lately, so that there is something to do. */
    private static List<Instant> openings(int count, Instant now, Random random) {
        return random.doubles(count)
                .map(share -> share < 0.2 ? share * 0.25 : 0.05 + (share - 0.2) / 0.8 * 0.95)
                .mapToObj(share -> now.minus(Duration.ofMinutes((long) (share * YEAR) + 1)))
                .sorted()
                .toList();
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** What is asked next, by somebody who speaks its language. */
    private record Topics(List<Topic> topics, List<Contact> people, Random random) {
        OpenTicket next() {
            Topic topic = one(topics, random);
            List<Contact> speakers = people.stream()
                    .filter(person -> topic.language().equals(person.language()))
                    .toList();
            return topic.about(one(speakers, random), random);
        }
    }
}
