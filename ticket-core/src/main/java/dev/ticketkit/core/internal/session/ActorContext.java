package dev.ticketkit.core.internal.session;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.catalogue.PriorityBook;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.internal.access.Access;
import dev.ticketkit.core.internal.access.ContactLimits;
import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.identity.ContentHash;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One actor of one tenant at work: what all its commands and queries share. */
public final class ActorContext {
    public final DeskSettings parts;
    public final TenantId tenant;
    public final Actor actor;
    public final Access access;
    public final ContactLimits limits;
    private final @Nullable Instant named;
    private final @Nullable Cause cause;

    public ActorContext(
            DeskSettings parts, TenantId tenant, Actor actor, @Nullable Instant named, @Nullable Cause cause) {
        this.parts = parts;
        this.tenant = tenant;
        this.actor = actor;
        this.named = named;
        this.cause = cause;
        this.limits = new ContactLimits(actor);
        this.access = new Access(tenant, actor, parts.access(), parts.storage().categories());
    }

    /**
     * The same actor as one who may read and change everything, on account of something.
     *
     * @param source what; what it acts on account of anyway stays in the chain
     */
    public ActorContext overAll(String source) {
        Cause before = cause();
        Cause because =
                before == null ? new Cause(null, source, 1) : new Cause(before.eventId(), source, before.depth() + 1);
        return new ActorContext(parts.withAccess(new EveryTicket()), tenant, actor, named, because);
    }

    /**
     * The ticket as the actor sees it. From the host's transaction it only says which ticket is meant: rolled back, it never was, and its
     * version may be another change's.
     */
    public Ticket shown(Ticket ticket) {
        Ticket seen = limits.shown(ticket);
        return parts.joined() && seen.isAsStored() ? seen.toBuilder().build() : seen;
    }

    /** Validates and runs a command, and has it heard of. */
    public <T> T command(String kind, Command command, Supplier<T> code) {
        return parts.observed().command(kind, () -> {
            parts.validator().check(command);
            return code.get();
        });
    }

    /** The same of one that is asked about as a whole. */
    public <T> T command(String kind, Action action, Supplier<T> code) {
        return parts.observed().command(kind, () -> {
            access.require(action, null);
            return code.get();
        });
    }

    public TicketStorage storage() {
        return parts.storage();
    }

    public TicketStore tickets() {
        return parts.storage().tickets();
    }

    public TenantSettings settings() {
        return parts.tenants().apply(tenant);
    }

    public Labels labels() {
        return parts.labels().apply(settings().language());
    }

    public Catalogue catalogue() {
        return new Catalogue(tenant, storage(), labels(), action -> access.require(action, null), this::readAgain);
    }

    /**
     * A status that may be chosen, by what was read a moment ago; what that does not have is looked for again.
     *
     * @throws dev.ticketkit.spi.error.RefusedException when there is none with this key, or it is hidden
     */
    public Status status(String key) {
        return parts.recent().of(tenant).status(key, catalogue());
    }

    /**
     * A priority that may be chosen, likewise.
     *
     * @throws dev.ticketkit.spi.error.RefusedException when the tenant does not offer it
     */
    public Priority priority(Priority priority) {
        return parts.recent().of(tenant).priority(priority, catalogue());
    }

    /**
     * The category a name means, likewise.
     *
     * @throws dev.ticketkit.spi.error.RefusedException when the name breaks the rules of names, the category is hidden, or there is none yet and
     *     the actor makes no new ones
     */
    public Category category(String name) {
        Optional<Category> known = parts.recent().of(tenant).category(name, catalogue());
        if (known.isEmpty()) {
            limits.requireNewCategory(access);
        }
        return known.orElseGet(() -> Category.named(tenant, name));
    }

    /** The tickets that statistics count, asked for at each call: they are kept by their caller perhaps, longer than its rights. */
    public AccessScope countedScope() {
        access.require(Action.READ_STATISTICS, null);
        return access.scope();
    }

    /** The statuses, as they were a moment ago. */
    public StatusBook statuses() {
        return parts.recent().of(tenant).statuses(catalogue());
    }

    /** The priorities, likewise. */
    public PriorityBook priorities() {
        return parts.recent().of(tenant).priorities(catalogue());
    }

    /** Has what the store knows better read again. */
    public void readAgain() {
        parts.recent().forget(tenant);
    }

    public CommandContext moment() {
        return new CommandContext(
                tenant, actor, named == null ? parts.clock().instant() : named, named != null, cause());
    }

    /** What was named, else what this thread acts on account of. */
    @Nullable public Cause cause() {
        return cause != null ? cause : CurrentCause.get();
    }

    /** An id of now: one of a named time far ahead would have all later ids follow it. */
    public UUID newId(CommandContext moment) {
        return parts.ids().next(moment.named() ? parts.clock().instant() : moment.at());
    }

    /**
     * The stamp of a command's key, or null when it has none. Actor and target are part of what must be the same.
     *
     * @param target what the command is about, besides its own content
     */
    @Nullable public IdempotencyStamp stamp(Command command, Supplier<List<Object>> target) {
        String key = command.idempotencyKey();
        if (key == null) {
            return null;
        }
        byte[] hash = ContentHash.of(command.name(), actor.kind(), actor.id(), target.get(), command.content());
        return new IdempotencyStamp(command.name() + ":" + key, hash);
    }
}
