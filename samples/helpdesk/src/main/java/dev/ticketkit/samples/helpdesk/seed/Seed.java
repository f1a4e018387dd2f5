package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.team.Team;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills an empty desk before it starts. */
@Component
class Seed implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);

    private final HelpDeskProperties properties;
    private final Team team;
    private final SeedPeople people;
    private final SeedSettings settings;
    private final SeedTickets tickets;
    private final SeedChats chats;

    Seed(
            HelpDeskProperties properties,
            Team team,
            SeedPeople people,
            SeedSettings settings,
            SeedTickets tickets,
            SeedChats chats) {
        this.properties = properties;
        this.team = team;
        this.people = people;
        this.settings = settings;
        this.tickets = tickets;
        this.chats = chats;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (properties.seedTickets() == 0 || !team.accounts().isEmpty()) {
            return;
        }
        people.seed();
        settings.seed();
        tickets.seed(properties.seedTickets());
        chats.seed();
        LOG.info("An empty desk was given a team, contacts, chats and {} tickets", properties.seedTickets());
    }
}
