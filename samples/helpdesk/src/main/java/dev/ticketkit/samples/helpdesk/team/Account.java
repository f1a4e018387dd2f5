package dev.ticketkit.samples.helpdesk.team;

import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Party;

/**
 * A person who signs in.
 *
 * @param id what it signs in with; a customer's is the id of the contact
 * @param name the name to show
 * @param email where its mail goes
 * @param language the tag of its language
 * @param role what it is here
 */
public record Account(String id, String name, String email, String language, Role role) {
    /** As the desk knows it. */
    public Actor actor() {
        return role == Role.CUSTOMER ? Actor.contact(id, name) : Actor.operator(id, name);
    }

    /** As an owner of tickets. */
    public Party party() {
        return new Party(id, name);
    }

    /** The first letters of its names. */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString();
    }
}
