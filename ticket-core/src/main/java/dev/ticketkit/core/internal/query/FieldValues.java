package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.internal.query.Term.Value;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Values of the keywords that only take a colon, as filters: values of one keyword are alternatives. */
final class FieldValues {
    private final QueryWords words;
    private final Actor actor;
    private final Set<String> owners = new LinkedHashSet<>();
    private final Set<String> ownerNames = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> contacts = new LinkedHashSet<>();
    private final Set<String> titles = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<Origin> origins = EnumSet.noneOf(Origin.class);
    private boolean unassigned;
    private boolean uncategorised;

    FieldValues(QueryWords words, Actor actor) {
        this.words = words;
        this.actor = actor;
    }

    void take(Keyword keyword, Value value) {
        switch (keyword) {
            case CATEGORY -> category(value);
            case OWNER -> owner(value);
            case CONTACT -> add(contacts, value, value.text());
            case REFERENCE -> add(references, value, phrase(value));
            case TITLE -> add(titles, value, phrase(value));
            case ORIGIN -> origins.add(QueryWords.origins().choose(value));
            default -> throw new IllegalStateException(keyword.name());
        }
    }

    TicketQueryBuilder filter(TicketQueryBuilder query) {
        return query.owners(owners)
                .ownerNames(ownerNames)
                .unassigned(unassigned)
                .categories(categories)
                .uncategorised(uncategorised)
                .contacts(contacts)
                .contactNames(contacts)
                .titles(titles)
                .references(references)
                .origins(origins);
    }

    private void category(Value value) {
        if (words.isNoCategory(value)) {
            uncategorised = true;
        } else {
            add(categories, value, value.text());
        }
    }

    private void owner(Value value) {
        if (QueryWords.isNobody(value)) {
            unassigned = true;
        } else if (!QueryWords.isMe(value)) {
            add(owners, value, value.text());
            ownerNames.add(value.text());
        } else if (actor.kind() == ActorKind.OPERATOR) {
            owners.add(actor.id());
        } else {
            throw Problem.at(value.position(), "only an operator owns tickets; write an operator's id");
        }
    }

    /** As it is written in a text; a quotation mark that no filter has room for is left out. */
    private static String phrase(Value value) {
        String quoted = '"' + value.text() + '"';
        return value.quoted() && !Term.isLong(quoted, TicketQuery.MAX_VALUE) ? quoted : value.text();
    }

    private static void add(Set<String> values, Value value, String text) {
        values.add(text);
        if (values.size() > TicketQuery.MAX_VALUES) {
            throw Problem.at(
                    value.position(),
                    "too many values, at most " + TicketQuery.MAX_VALUES + " of one kind are allowed");
        }
    }
}
