package dev.ticketkit.samples.shop;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders and their tickets. */
@Service
class Orders {
    static final String TENANT = "shop";
    static final Actor SHOP = Actor.host("shop");

    private final EntityManager database;
    private final TicketDesk desk;

    Orders(EntityManager database, TicketDesk desk) {
        this.database = database;
        this.desk = desk;
    }

    /** An order and the ticket about it: both, or neither. */
    @Transactional
    public Reference place(String item, String email) {
        PlacedOrder order = new PlacedOrder(item);
        database.persist(order);
        return desk.as(TENANT, SHOP)
                .open(OpenTicket.builder()
                        .title("Deliver " + item)
                        .externalId("order-" + order.id)
                        .contact(Contact.of(email, null).withEmail(email))
                        .build())
                .ticket()
                .reference();
    }
}
