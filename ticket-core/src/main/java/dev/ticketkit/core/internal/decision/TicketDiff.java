package dev.ticketkit.core.internal.decision;

import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a ticket. Only what really differs is a change. */
final class TicketDiff {
    private final List<FieldChange> changes = new ArrayList<>();

    private TicketDiff() {}

    /** The differing fields, always in the same order. */
    static List<FieldChange> between(Ticket before, Ticket after) {
        TicketDiff diff = new TicketDiff();
        diff.add(TicketField.TITLE, before.title(), after.title());
        diff.add(TicketField.DESCRIPTION, before.description(), after.description());
        diff.add(TicketField.STATUS, before.status().key(), after.status().key());
        diff.add(
                TicketField.PRIORITY, before.priority().name(), after.priority().name());
        diff.add(TicketField.CATEGORY, id(before.category()), id(after.category()));
        diff.add(TicketField.OWNER, id(before.owner()), id(after.owner()));
        diff.addOwnerLabel(before.owner(), after.owner());
        diff.addContact(before.contact(), after.contact());
        diff.addAttributes(before, after);
        return List.copyOf(diff.changes);
    }

    private void add(TicketField field, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(FieldChange.of(field, from, to));
        }
    }

    private void addOwnerLabel(@Nullable Party from, @Nullable Party to) {
        if (from != null && to != null && from.id().equals(to.id())) {
            add(TicketField.OWNER_LABEL, from.label(), to.label());
        }
    }

    private void addContact(Contact from, Contact to) {
        add(TicketField.CONTACT_ID, from.id(), to.id());
        add(TicketField.CONTACT_NAME, from.name(), to.name());
        add(TicketField.CONTACT_PHONE, from.phone(), to.phone());
        add(TicketField.CONTACT_EMAIL, from.email(), to.email());
        add(TicketField.CONTACT_LANGUAGE, from.language(), to.language());
    }

    private void addAttributes(Ticket before, Ticket after) {
        if (before.attributes().equals(after.attributes())) {
            return;
        }
        TreeSet<String> names = new TreeSet<>(before.attributes().keySet());
        names.addAll(after.attributes().keySet());
        for (String name : names) {
            String from = before.attributes().get(name);
            String to = after.attributes().get(name);
            if (!Objects.equals(from, to)) {
                changes.add(FieldChange.ofAttribute(name, from, to));
            }
        }
    }

    private static @Nullable String id(@Nullable Category category) {
        return category == null ? null : category.id().toString();
    }

    private static @Nullable String id(@Nullable Party owner) {
        return owner == null ? null : owner.id();
    }
}
