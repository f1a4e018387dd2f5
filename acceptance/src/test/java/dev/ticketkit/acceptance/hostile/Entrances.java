package dev.ticketkit.acceptance.hostile;

import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Every place where a text enters the desk. */
final class Entrances {
    /** What a text may hold there. */
    enum Rule {
        BLOCK,
        LINE,
        NAME,
        /** As a name, but with joiners and direction marks. */
        LABEL
    }

    /**
     * One place.
     *
     * @param component class and field, as reflection finds them, or the method
     * @param field the name a refusal must give
     * @param max most code points
     * @param enter brings a text in
     */
    record Entrance(String component, String field, int max, Rule rule, Consumer<String> enter) {
        @Override
        public String toString() {
            return component;
        }
    }

    private final TenantId tenant;
    private final TicketDesk desk;
    private final ActorDesk olga;
    private final Ticket ticket;
    private final List<Entrance> all = new ArrayList<>();

    private Entrances(TicketDesk desk, TenantId tenant, Ticket ticket) {
        this.desk = desk;
        this.tenant = tenant;
        this.ticket = ticket;
        this.olga = desk.as(tenant, Actor.operator("olga", "Olga"));
    }

    static List<Entrance> of(TicketDesk desk, TenantId tenant, Ticket ticket) {
        Entrances entrances = new Entrances(desk, tenant, ticket);
        entrances.opening();
        entrances.change();
        entrances.contactsAndParties();
        entrances.otherCommands();
        entrances.firing();
        entrances.queries();
        entrances.catalogue();
        entrances.identities();
        entrances.automations();
        return entrances.all;
    }

    private void add(String component, String field, int max, Rule rule, Consumer<String> enter) {
        all.add(new Entrance(component, field, max, rule, enter));
    }

    private void opening(
            String name,
            String field,
            int max,
            Rule rule,
            BiFunction<OpenTicket.Builder, String, OpenTicket.Builder> set) {
        add(
                "OpenTicket." + name,
                field,
                max,
                rule,
                text -> olga.open(set.apply(OpenTicket.builder().title("t").contact(Contact.of("c", "C")), text)
                        .build()));
    }

    private void opening() {
        opening("title", "title", 256, Rule.LINE, OpenTicket.Builder::title);
        opening("description", "description", 10_000, Rule.BLOCK, OpenTicket.Builder::description);
        opening("reference", "reference", 256, Rule.NAME, OpenTicket.Builder::reference);
        opening("status", "status", 60, Rule.LINE, OpenTicket.Builder::status);
        opening("category", "category", 100, Rule.NAME, OpenTicket.Builder::category);
        opening("externalId", "externalId", 256, Rule.LINE, OpenTicket.Builder::externalId);
        opening("attributes", "attributes", 64, Rule.NAME, (open, text) -> open.attributes(Map.of(text, "v")));
        opening("attributes", "attributes", 1000, Rule.LINE, (open, text) -> open.attributes(Map.of("n", text)));
        opening("idempotencyKey", "idempotencyKey", 255, Rule.LINE, OpenTicket.Builder::idempotencyKey);
    }

    private void change(
            String name,
            String field,
            int max,
            Rule rule,
            BiFunction<ChangeTicket.Builder, String, ChangeTicket.Builder> set) {
        add("ChangeTicket." + name, field, max, rule, text -> olga.ticket(ticket)
                .change(set.apply(ChangeTicket.builder(), text).build()));
    }

    private void change() {
        change("title", "title", 256, Rule.LINE, ChangeTicket.Builder::title);
        change("description", "description", 10_000, Rule.BLOCK, ChangeTicket.Builder::description);
        change("status", "status", 60, Rule.LINE, ChangeTicket.Builder::status);
        change("category", "category", 100, Rule.NAME, ChangeTicket.Builder::category);
        change("attributes", "attributes", 64, Rule.NAME, (change, text) -> change.attributes(Map.of(text, "v")));
        change("attributes", "attributes", 1000, Rule.LINE, (change, text) -> change.attributes(Map.of("n", text)));
        change(
                "removeAttributes",
                "removeAttributes",
                64,
                Rule.NAME,
                (change, text) -> change.removeAttributes(Set.of(text)));
        change("idempotencyKey", "idempotencyKey", 255, Rule.LINE, (change, text) -> change.title("x")
                .idempotencyKey(text));
    }

    private void contact(String name, int max, Rule rule, java.util.function.Function<String, Contact> made) {
        String field = "contact." + name;
        add("Contact." + name, field, max, rule, text -> olga.ticket(ticket)
                .changeContact(ChangeContact.to(made.apply(text))));
        add("Contact." + name, field, max, rule, text -> olga.contact(made.apply(text))
                .open(OpenTicket.builder().title("t").build()));
        add(
                "OpenTicket.contact",
                field,
                max,
                rule,
                text -> olga.open(OpenTicket.builder()
                        .title("t")
                        .contact(made.apply(text))
                        .build()));
        add("ChangeContact.contact", field, max, rule, text -> olga.ticket(ticket)
                .changeContact(new ChangeContact(made.apply(text), "k")));
    }

    private void party(String name, int max, Rule rule, java.util.function.Function<String, Party> made) {
        add("Party." + name, "owner." + name, max, rule, text -> olga.ticket(ticket)
                .change(ChangeTicket.builder().owner(made.apply(text)).build()));
        add("ChangeTicket.owner", "owner." + name, max, rule, text -> olga.ticket(ticket)
                .change(ChangeTicket.builder()
                        .owner(made.apply(text))
                        .title("x")
                        .build()));
        add(
                "OpenTicket.owner",
                "owner." + name,
                max,
                rule,
                text -> olga.open(OpenTicket.builder()
                        .title("t")
                        .contact(Contact.of("c", "C"))
                        .owner(made.apply(text))
                        .build()));
    }

    private void contactsAndParties() {
        Contact known = Contact.of("c", "C");
        contact("id", 128, Rule.LINE, text -> Contact.of(text, "C"));
        contact("name", 256, Rule.LABEL, text -> Contact.of("c", text));
        contact("phone", 16, Rule.NAME, known::withPhone);
        contact("email", 254, Rule.NAME, known::withEmail);
        contact("language", 35, Rule.NAME, known::withLanguage);
        party("id", 128, Rule.LINE, text -> new Party(text, "label"));
        party("label", 256, Rule.LABEL, text -> new Party("id", text));
    }

    private void otherCommands() {
        add("AddNote.text", "text", 10_000, Rule.BLOCK, text -> olga.ticket(ticket)
                .addInternalNote(text));
        add("AddNote.text", "text", 10_000, Rule.BLOCK, text -> olga.ticket(ticket)
                .addPublicNote(text));
        add("AddNote.idempotencyKey", "idempotencyKey", 255, Rule.LINE, text -> olga.ticket(ticket)
                .addInternalNote(new AddNote("n", text)));
        add("ChangeContact.idempotencyKey", "idempotencyKey", 255, Rule.LINE, text -> olga.ticket(ticket)
                .changeContact(new ChangeContact(Contact.of("c", "C"), text)));
        add("DeleteTicket.idempotencyKey", "idempotencyKey", 255, Rule.LINE, text -> olga.ticket(ticket)
                .delete(new DeleteTicket(text)));
        add("RestoreTicket.idempotencyKey", "idempotencyKey", 255, Rule.LINE, text -> olga.ticket(ticket)
                .restore(new RestoreTicket(text)));
        add("Cause.source", "source", 256, Rule.LINE, text -> olga.because(new Cause(null, text, 1))
                .ticket(ticket)
                .addInternalNote("n"));
    }

    private void firing() {
        Fire.Builder fire = Fire.starter("order").contact(Contact.of("c", "C"));
        add(
                "Fire.starter",
                "starter",
                100,
                Rule.NAME,
                text -> olga.fire(
                        Fire.starter(text).contact(Contact.of("c", "C")).build()));
        add(
                "Fire.contact",
                "contact.name",
                256,
                Rule.LABEL,
                text -> olga.fire(fire.contact(Contact.of("c", text)).build()));
        add(
                "Fire.idempotencyKey",
                "idempotencyKey",
                255,
                Rule.LINE,
                text -> olga.fire(
                        fire.contact(Contact.of("c", "C")).idempotencyKey(text).build()));
        add(
                "Fire.fields",
                "fields",
                0,
                Rule.NAME,
                text -> olga.fire(Fire.starter("order")
                        .contact(Contact.of("c", "C"))
                        .field(text, "v")
                        .build()));
    }

    private void query(String name, int max, BiFunction<TicketQueryBuilder, String, TicketQueryBuilder> set) {
        add(
                "TicketQuery." + name,
                name,
                max,
                Rule.LINE,
                text -> olga.list(set.apply(TicketQuery.builder(), text).build()));
    }

    private void queries() {
        query("text", 4000, TicketQueryBuilder::text);
        query("excludedText", 4000, TicketQueryBuilder::excludedText);
        query("statuses", 256, (query, text) -> query.statuses(text));
        query("owners", 256, (query, text) -> query.owners(text));
        query("categories", 256, (query, text) -> query.categories(text));
        query("contacts", 256, (query, text) -> query.contacts(text));
        query("contactNames", 256, (query, text) -> query.contactNames(text));
        query("ownerNames", 256, (query, text) -> query.ownerNames(text));
        query("titles", 256, (query, text) -> query.titles(text));
        query("references", 256, (query, text) -> query.references(text));
        query(
                "excluded",
                256,
                (query, text) ->
                        query.excluded(TicketQuery.builder().titles(text).build()));
        query("attributes", 64, (query, text) -> query.attributes(Map.of(text, "v")));
        query("attributes", 1000, (query, text) -> query.attributes(Map.of("n", text)));
        query("cursor", 4000, TicketQueryBuilder::cursor);
        add("StatisticsQuery.categories", "categories", 100, Rule.LINE, text -> olga.statistics()
                .report(StatisticsQuery.builder().categories(text).build()));
        add(
                "TicketQuery.cursor of contacts",
                "cursor",
                4000,
                Rule.LINE,
                text -> olga.contacts(TicketQuery.builder().cursor(text).build()));
        add("ActorDesk.changesSince", "cursor", 4000, Rule.LINE, text -> olga.changesSince(text, 10));
        add("ActorDesk.erase", "contactId", 128, Rule.LINE, olga::erase);
        add("ActorDesk.findByExternalId", "externalId", 256, Rule.LINE, olga::findByExternalId);
    }

    private void catalogue() {
        add("Catalogue.addStatus label", "label", 60, Rule.LABEL, text -> olga.catalogue()
                .addStatus(text, MacroStatus.TERMINATED));
        add("Catalogue.addStatus label", "label", 60, Rule.LABEL, text -> olga.catalogue()
                .addStatus("key", text, MacroStatus.TERMINATED));
        add("Catalogue.addStatus key", "status", 60, Rule.NAME, text -> olga.catalogue()
                .addStatus(text, "Label", MacroStatus.TERMINATED));
        add("Catalogue.relabelStatus", "label", 60, Rule.LABEL, text -> olga.catalogue()
                .relabelStatus("open", text));
        add("StatusDesk.hide", "replacement", 60, Rule.NAME, text -> olga.statuses()
                .hide("pending", text));
        add("Catalogue.setPriority", "label", 60, Rule.LABEL, text -> olga.catalogue()
                .setPriority(Priority.LOW, text, true));
        add("Catalogue.renameCategory", "category", 100, Rule.NAME, text -> olga.catalogue()
                .renameCategory("Known", text));
        add("Catalogue.renameCategory", "category", 100, Rule.NAME, text -> olga.catalogue()
                .renameCategory(text, "x"));
        add("Catalogue.mergeCategory", "category", 100, Rule.NAME, text -> olga.catalogue()
                .mergeCategory(text, "Known"));
        add("Catalogue.mergeCategory", "category", 100, Rule.NAME, text -> olga.catalogue()
                .mergeCategory("Known", text));
        add("Catalogue.hideCategory", "category", 100, Rule.NAME, text -> olga.catalogue()
                .hideCategory(text, true));
        add("Catalogue.choose", "category", 100, Rule.NAME, text -> olga.catalogue()
                .choose(text));
        add("Catalogue.find", "category", 100, Rule.NAME, text -> olga.catalogue()
                .find(text));
    }

    /** All of them are where one reads: in an automation that is in order but for the text. */
    private void automations() {
        AutomationEntrances places = new AutomationEntrances(olga.automations());
        all.addAll(places.all());
    }

    private void identities() {
        add("TenantId.value", "tenant", 128, Rule.LINE, text -> desk.as(text, Actor.operator("o"))
                .list(TicketQuery.all()));
        add("Actor.id", "actor.id", 128, Rule.LINE, text -> desk.as(tenant, Actor.operator(text, "label")));
        add("Actor.label", "actor.label", 256, Rule.LABEL, text -> desk.as(tenant, Actor.contact("id", text)));
        add("Reference.value", "reference", 256, Rule.NAME, text -> olga.find(new Reference(text)));
        add("TicketId.of", "id", 36, Rule.NAME, text -> olga.find(TicketId.of(text)));
    }
}
