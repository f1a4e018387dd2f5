package dev.ticketkit.samples.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A row of the shop's own. */
@Entity
class PlacedOrder {
    @Id
    @GeneratedValue
    long id;

    String item;

    PlacedOrder(String item) {
        this.item = item;
    }

    /** For JPA. */
    PlacedOrder() {
        this("");
    }
}
