package dev.ticketkit.core.desk;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.internal.automation.execute.EventFiring;
import dev.ticketkit.core.internal.listing.ChangeReader;
import dev.ticketkit.core.internal.listing.ContactListing;
import dev.ticketkit.core.internal.listing.CsvForm;
import dev.ticketkit.core.internal.listing.EventTraceReader;
import dev.ticketkit.core.internal.listing.Listing;
import dev.ticketkit.core.internal.listing.TicketStream;
import dev.ticketkit.core.internal.query.QueryParser;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.ticket.BulkChange;
import dev.ticketkit.core.internal.ticket.ContactErasure;
import dev.ticketkit.core.internal.ticket.Purging;
import dev.ticketkit.core.internal.ticket.TicketImport;
import dev.ticketkit.core.internal.ticket.TicketOpening;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.query.ParsedQuery;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.core.result.ChangePage;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.EventTrace;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.core.result.ImportReport;
import dev.ticketkit.core.result.PurgeReport;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.TextRule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The desk as one actor of one tenant uses it. Immutable and safe for all threads, unless the desk has joined a transaction. What
 * another tenant has, or the actor may not read, does not exist here. Every method throws
 * {@link dev.ticketkit.spi.error.StorageException} when the store fails.
 */
public class ActorDesk {
    private final ActorContext session;
    private final FoundTickets tickets;
    private final @Nullable Instant named;
    private final @Nullable Cause cause;

    ActorDesk(DeskSettings parts, TenantId tenant, Actor actor, @Nullable Instant named, @Nullable Cause cause) {
        this.session = new ActorContext(parts, tenant, actor, named, cause);
        this.tickets = new FoundTickets(session);
        this.named = named;
        this.cause = cause;
    }

    /**
     * The same desk at an instant of the past: what is done through it is recorded at that instant, cut to microseconds, between the
     * years 1900 and 9999. For imports and replays. A ticket cannot be changed before its last change.
     */
    public ActorDesk at(Instant instant) {
        // Null would mean the clock: a record without a time would silently be dated today.
        return new ActorDesk(
                session.parts, session.tenant, session.actor, Required.argument(instant, "instant"), cause);
    }

    /** The same desk, on account of something: the history keeps the cause. */
    public ActorDesk because(Cause reason) {
        return new ActorDesk(session.parts, session.tenant, session.actor, named, Required.argument(reason, "reason"));
    }

    /** The desk seen from a contact's chat. */
    public ContactDesk contact(Contact contact) {
        return new ContactDesk(this, Required.argument(contact, "contact"));
    }

    /**
     * Opens a ticket; one commit, or part of the host's transaction if the desk has joined one.
     *
     * @throws jakarta.validation.ConstraintViolationException naming every field that breaks its limit
     * @throws dev.ticketkit.spi.error.RefusedException for a missing contact, an unknown or hidden status or category, a priority
     *     that is not offered, a reference in the form of generated ones; for a contact also for a category that does not exist, unless the
     *     access policy {@linkplain dev.ticketkit.spi.host.AccessPolicy#mayAddCategory allows it}
     * @throws dev.ticketkit.spi.error.TakenException when reference or external id is in use or was once
     * @throws dev.ticketkit.spi.error.KeyReusedException when the idempotency key came before with another command
     * @throws dev.ticketkit.spi.error.ForbiddenException when the actor may not open this ticket
     */
    public CommandResult open(OpenTicket command) {
        return session.command("open", command, () -> new TicketOpening(session, command).run());
    }

    /**
     * Starts the automations that wait for a name. Their conditions are judged and their Open and Update steps done in this call, each a commit
     * of its own or part of the host's transaction; messages and triggers leave after the commit, in the background. What a crash leaves
     * undone is done there too. A step that cannot be done is in the report, not thrown: look at {@link FireReport#failed}. The contact as
     * given is part of what must be the same when a key comes again.
     *
     * @throws jakarta.validation.ConstraintViolationException naming every field that breaks its limit
     * @throws dev.ticketkit.spi.error.RefusedException for a missing contact, and for dynamic fields that may not be given, naming them
     * @throws dev.ticketkit.spi.error.KeyReusedException when the idempotency key came before with another command
     * @throws dev.ticketkit.spi.error.ForbiddenException when the actor may not fire
     * @throws dev.ticketkit.spi.error.StorageException as ever; the steps that were not done are done later all the same, if
     *     the firing was stored. To know, fire again with the same key
     */
    public FireReport fire(Fire command) {
        return session.command("fire", command, () -> new EventFiring(session, command).run());
    }

    /**
     * Why what happened after an event did, or after a firing: which automations ran or not, who was notified or not.
     *
     * @param eventId of a ticket's history, or {@link FireReport#id()}
     * @throws NotFoundException when there is no such event, or the actor may not read its ticket; a firing is found only by who may read
     *     all tickets
     * @throws dev.ticketkit.spi.error.ForbiddenException when it may not ask, as contacts never may
     */
    public EventTrace why(UUID eventId) {
        return new EventTraceReader(session).of(Required.argument(eventId, "eventId"));
    }

    /** A ticket to work on, by id. */
    public TicketHandle ticket(TicketId id) {
        return tickets.handle(id);
    }

    /** A ticket to work on, by reference in any case. */
    public TicketHandle ticket(Reference reference) {
        return tickets.handle(reference);
    }

    /**
     * A ticket to work on, by the host's own id, compared as it is. As by reference, a deleted one is reached too: for its history, and
     * to restore it.
     *
     * @throws RefusedException for a contact, who knows nothing of the host's ids
     */
    public TicketHandle ticketByExternalId(String externalId) {
        return tickets.handleByExternalId(externalId);
    }

    /**
     * A loaded ticket to work on; another tenant's is not found. As it came from the desk or the store it need not be read again: a command
     * is decided on it, and stored only while it still has its version; else the ticket is read and everything decided and asked again. One
     * that was put together or came as JSON only says which ticket is meant.
     */
    public TicketHandle ticket(Ticket ticket) {
        return tickets.handle(ticket);
    }

    /** The ticket by id, or empty. */
    public Optional<Ticket> find(TicketId id) {
        return tickets.find(id);
    }

    /** The ticket by reference in any case, or empty; a deleted one is reached by {@link #ticket(Reference)} alone. */
    public Optional<Ticket> find(Reference reference) {
        return tickets.find(reference);
    }

    /** The ticket by reference in any case, as it was typed; empty too for what no reference can be. */
    public Optional<Ticket> find(String reference) {
        return Reference.parse(Required.argument(reference, "reference")).flatMap(this::find);
    }

    /**
     * The ticket by the host's own id, or empty; a deleted one is reached by {@link #ticketByExternalId} alone.
     *
     * @throws RefusedException for a contact, who knows nothing of the host's ids
     */
    public Optional<Ticket> findByExternalId(String externalId) {
        return tickets.findByExternalId(externalId);
    }

    /**
     * One page of tickets.
     *
     * @throws jakarta.validation.ConstraintViolationException for a limit outside 1 to 200 and for texts beyond their limits
     * @throws NotFoundException for another tenant's cursor
     * @throws dev.ticketkit.spi.error.RefusedException for a cursor of another query, or none at all; and when a contact filters or sorts by
     *     what it does not see: owners, attributes
     */
    public Page<Ticket> list(TicketQuery query) {
        return new Listing(session, Required.argument(query, "query")).page();
    }

    /**
     * All tickets a query finds, in its order, read page by page as they are taken: memory for one page is enough, however many there are.
     * Tickets that change meanwhile may be missed or come twice, if the change moves them in the order; the others come once. The query's
     * limit is of no account, its cursor is where to begin. The stream is for one thread; not reading it to its end leaves nothing open.
     *
     * @throws jakarta.validation.ConstraintViolationException for texts beyond their limits; this and whatever {@link #list} throws comes
     *     when the stream is read
     */
    public Stream<Ticket> stream(TicketQuery query) {
        Iterator<Ticket> tickets = new TicketStream(Required.argument(query, "query"), this::list);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(tickets, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** As {@link #writeCsv(TicketQuery, CsvOptions, Appendable)}, with {@linkplain CsvOptions#defaults() commas and the usual columns}. */
    public long writeCsv(TicketQuery query, Appendable target) throws IOException {
        return writeCsv(query, CsvOptions.defaults(), target);
    }

    /**
     * All tickets a query finds as CSV, with headings, labels and times of the tenant. No cell can be taken for a formula, whatever
     * separator a program takes; see {@link CsvOptions}. Memory for one page is enough.
     *
     * @return how many tickets
     * @throws IOException when the target fails
     */
    public long writeCsv(TicketQuery query, CsvOptions options, Appendable target) throws IOException {
        return new CsvForm(session)
                .csv(Required.argument(options, "options"))
                .write(stream(query), Required.argument(target, "target"));
    }

    /**
     * What happened to the tenant's tickets since a cursor, for copying it elsewhere: each event once, those of a ticket in order of version;
     * imports, deletions and erasures too. However many commit meanwhile, none is missed and the order stays. See {@link ChangePage}.
     *
     * @param cursor of the page before; null for the beginning
     * @param limit at most so many events, 1 to 1,000
     * @throws NotFoundException for another tenant's cursor
     * @throws RefusedException naming {@code limit}, or {@code cursor} for one that is none
     * @throws dev.ticketkit.spi.error.ForbiddenException when the actor may not read changes, as contacts may not
     */
    public ChangePage changesSince(@Nullable String cursor, int limit) {
        return new ChangeReader(session).since(cursor, limit);
    }

    /**
     * Makes one change to many tickets, each in a commit of its own, one after the other. What becomes of one does not stop the others.
     * With an idempotency key the whole can be done again: what was done before is replayed, ticket by ticket.
     *
     * @param tickets at most 1,000, none of them twice
     * @return one result for each ticket, in the order given
     * @throws jakarta.validation.ConstraintViolationException naming every field of the command that breaks its limit
     * @throws dev.ticketkit.spi.error.RefusedException for too many tickets, for one named twice, for a version
     */
    public List<BulkResult> changeAll(List<TicketId> tickets, ChangeTicket command) {
        return new BulkChange(session, Required.argument(command, "command"))
                .run(Required.argument(tickets, "tickets"));
    }

    /** As {@link #parse}, without the hints. */
    public TicketQuery query(String text) {
        return parse(text).query();
    }

    /** Reads what an operator typed, at most 4,000 code points; refuses what is wrong, naming the place. See {@link ParsedQuery}. */
    public ParsedQuery parse(String text) {
        Instant now = session.parts.clock().instant();
        ZoneId zone = session.settings().zone();
        ParsedQuery parsed =
                new QueryParser(session.catalogue(), session.actor, zone, now).parse(Required.argument(text, "text"));
        session.limits.require(parsed.query());
        return parsed;
    }

    /**
     * One page of the contacts that have at least one ticket which a query finds, most urgent first: by the highest priority among those
     * tickets, then the latest opening, then the contact's id. The query's sort is of no account; its cursor is one that such a page gave.
     *
     * @throws jakarta.validation.ConstraintViolationException for a limit outside 1 to 200 and for texts beyond their limits
     * @throws dev.ticketkit.spi.error.NotFoundException for another tenant's cursor
     * @throws dev.ticketkit.spi.error.RefusedException for a cursor of another query or of a list of tickets, or none at all
     */
    public Page<ContactTickets> contacts(TicketQuery query) {
        return new ContactListing(session, Required.argument(query, "query")).page();
    }

    /**
     * Erases what the tickets say of a contact, deleted ones too, and what was fired about it: titles, descriptions, notes, attributes,
     * external ids, the contact itself, former values of all that, and what was to be delivered. Categories, owners, times and every
     * statistic stay; a reference set by hand becomes a random one and stays taken. Nobody is notified. It cannot be undone. All tickets of the
     * contact are erased, also those that the actor's scope leaves out, each in a commit of its own: after a failure, erase again.
     *
     * <p>On a ticket that was the contact's and is another's now, or on which the contact acted without being its contact, only what is the
     * contact's own goes, from history, feed and search too: snapshots of the contact, its id and label as an actor, and title, description,
     * attributes and notes it wrote itself. What others wrote about the contact in free text stays: it is theirs, and only they
     * know what it says.
     *
     * @param contactId the host's id of the contact, 1 to 128 code points, compared as it is
     * @return how many tickets were erased as a whole; 0 for an unknown contact
     * @throws dev.ticketkit.spi.error.RefusedException for an id that breaks its limit
     * @throws dev.ticketkit.spi.error.ForbiddenException when the actor may not erase, as contacts may not
     */
    public long erase(String contactId) {
        TextRule.LINE.require("contactId", contactId, 1, 128);
        return session.command("erase", Action.ERASE, () -> new ContactErasure(session, contactId).run());
    }

    /** As {@link #importTickets(Iterator, Consumer)}, without progress. */
    public ImportReport importTickets(Iterator<ImportTicket> rows) {
        return importTickets(rows, report -> {});
    }

    /**
     * Brings in tickets of the past with their own times: nobody is notified, no automation starts. Each ticket's history begins with its
     * opening, by this actor; its origin is {@link dev.ticketkit.spi.model.Origin#IMPORT}. A row whose reference or external id is known is
     * skipped, so an import that was cut short is simply run again. A row that breaks a rule is reported and does not stop the rest.
     * Categories are made as they come; statuses must be there. Numbers that are generated afterwards are higher than those brought in. Many
     * tickets are stored in one commit, unless the desk has joined a transaction; what was stored before a failure stays: import again.
     *
     * @param rows read once, a thousand at a time; what it throws ends the import
     * @param progress called after each thousand rows on the caller's thread
     * @throws dev.ticketkit.spi.error.ForbiddenException when the actor may not import, as contacts may not
     */
    public ImportReport importTickets(Iterator<ImportTicket> rows, Consumer<ImportReport> progress) {
        return session.command(
                "import", Action.IMPORT, () -> new TicketImport(session, Required.argument(progress, "progress"))
                        .run(Required.argument(rows, "rows")));
    }

    /** Removes what is older than 7 days; see {@link #purge(Instant)}. */
    public PurgeReport purge() {
        return session.command("purge", Action.ADMINISTER, () -> new Purging(session).run());
    }

    /**
     * Removes what was kept for a time only, if it is over before an instant: done deliveries, idempotency keys, why automations ran, who
     * was notified. Tickets, history and statistics stay. A command that comes again with a key that was removed is carried out again:
     * leave as much time as callers may take to try again.
     *
     * @throws dev.ticketkit.spi.error.RefusedException for an instant in the future
     * @throws dev.ticketkit.spi.error.ForbiddenException when the actor may not administer
     * @throws dev.ticketkit.spi.error.StorageException always when the desk has joined a transaction
     */
    public PurgeReport purge(Instant before) {
        return session.command(
                "purge", Action.ADMINISTER, () -> new Purging(session).run(Required.argument(before, "before")));
    }

    /**
     * Statistics over the tickets the actor may read at each call.
     *
     * @throws dev.ticketkit.spi.error.ForbiddenException when it may read none
     */
    public Statistics statistics() {
        session.access.require(Action.READ_STATISTICS, null);
        return new Statistics(session);
    }

    /** The actor's own notifications, to turn off and on; one who is no operator is refused, naming {@code actor}. */
    public NotificationPreference mail() {
        if (session.actor.kind() != ActorKind.OPERATOR) {
            throw new RefusedException("actor", "must be an operator; nobody else is notified of tickets by mail");
        }
        return new NotificationPreference(session);
    }

    /** How statuses are hidden, shown and removed, and what that touches; asks the policy for {@link Action#ADMINISTER}. */
    public StatusDesk statuses() {
        return new StatusDesk(session);
    }

    /** Statuses, priorities and categories; changing them asks the access policy for {@link Action#ADMINISTER}. */
    public Catalogue catalogue() {
        return session.catalogue();
    }

    /** What the desk does by itself; reading and changing it asks the access policy for {@link Action#ADMINISTER}. */
    public AutomationDesk automations() {
        return new AutomationDesk(session);
    }

    /** The words of the tenant's language; its own words for statuses and priorities are in {@link #catalogue()}. */
    public Labels labels() {
        return session.labels();
    }
}
