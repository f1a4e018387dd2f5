package dev.ticketkit.core.desk;

import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a desk. Not thread-safe. */
public final class TicketDeskBuilder {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    @Nullable TicketStorage storage;

    Clock clock = Clock.systemUTC();
    AccessPolicy access = AccessPolicy.defaults();
    Function<TenantId, TenantSettings> tenants = tenant -> TenantSettings.defaults();
    Function<Locale, Labels> labels = Labels::of;

    @Nullable Validator validator;

    Locale messages = Locale.ENGLISH;
    TimeOrderedIds ids = new TimeOrderedIds();
    FieldSource fields = FieldSource.none();
    Runnable afterCommit = () -> {};

    @Nullable OperatorDirectory directory;

    @Nullable Notifier toOperators;

    boolean skipAuthor;
    Duration notificationWindow = Duration.ZERO;

    @Nullable Notifier toContacts;

    @Nullable TriggerDispatcher dispatcher;

    @Nullable Boolean automations;

    DeliveryOptions delivery = DeliveryOptions.defaults();
    final List<EventConsumer> consumers = new ArrayList<>();
    final List<DeskListener> listeners = new ArrayList<>();

    TicketDeskBuilder() {}

    /** Where tickets are kept; required. */
    public TicketDeskBuilder storage(TicketStorage value) {
        storage = Required.argument(value, "storage");
        return this;
    }

    /** What time it is; the system's clock by default. */
    public TicketDeskBuilder clock(Clock value) {
        clock = Required.argument(value, "clock");
        return this;
    }

    /**
     * Who may do what. By default operators, automations and the host may do everything within their tenant, and a contact sees
     * its own tickets, opens them and adds public notes. A policy given here replaces all of that, the part about contacts too.
     */
    public TicketDeskBuilder access(AccessPolicy value) {
        access = Required.argument(value, "access");
        return this;
    }

    /** Language, zone and references of each tenant; called often, must be fast, thread-safe and never answer null. */
    public TicketDeskBuilder tenants(Function<TenantId, TenantSettings> value) {
        tenants = Required.argument(value, "tenants");
        return this;
    }

    /** The words of each language; a host adds its own languages here. Never answers null. */
    public TicketDeskBuilder labels(Function<Locale, Labels> value) {
        labels = Required.argument(value, "labels");
        return this;
    }

    /** The host's validator; without it the provider on the class path is used. */
    public TicketDeskBuilder validator(Validator value) {
        validator = value;
        return this;
    }

    /** The language of the messages of refused commands, unless the host gives a validator; English by default. */
    public TicketDeskBuilder messages(Locale value) {
        messages = Required.argument(value, "messages");
        return this;
    }

    /** Where ids come from; for tests. */
    public TicketDeskBuilder ids(TimeOrderedIds value) {
        ids = Required.argument(value, "ids");
        return this;
    }

    /** The host's own dynamic fields about a contact, for the texts of automations; {@link FieldSource#none} by default. */
    public TicketDeskBuilder fields(FieldSource value) {
        fields = Required.argument(value, "fields");
        return this;
    }

    /**
     * Notifies operators of what happens to the tickets they may read: who they are and what they may read is asked when it is sent, under
     * this desk's own access policy.
     *
     * @param operators who works here
     * @param notifier sends to them
     */
    public TicketDeskBuilder operators(OperatorDirectory operators, Notifier notifier) {
        directory = Required.argument(operators, "operators");
        toOperators = Required.argument(notifier, "notifier");
        return this;
    }

    /** Whether an operator is not notified of what it did itself; by default it is. */
    public TicketDeskBuilder skipAuthor(boolean value) {
        skipAuthor = value;
        return this;
    }

    /**
     * Sends several events of one ticket in one notification: the first begins a window, and when that is over all that happened in it is
     * sent. By default each event is sent at once; so is a deletion always, and what it ends is not sent any more. Differences between the
     * hosts' clocks put a notification off by at most one more window.
     *
     * @param value at most a day; zero for none
     * @throws IllegalArgumentException for any other
     */
    public TicketDeskBuilder notificationWindow(Duration value) {
        if (Required.argument(value, "notificationWindow").isNegative() || value.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("notificationWindow: must be zero to a day");
        }
        notificationWindow = value;
        return this;
    }

    /** Sends the messages of automations to contacts; without one, an automation that comes to such a step is parked there. */
    public TicketDeskBuilder contacts(Notifier value) {
        toContacts = value;
        return this;
    }

    /**
     * The host's own engine: gets every ticket event, and the triggers of automations. Without one, an automation that comes to a trigger is
     * parked there.
     */
    public TicketDeskBuilder dispatcher(TriggerDispatcher value) {
        dispatcher = value;
        return this;
    }

    /** Adds a consumer of every event, of the host's own; those that are added first are called first, after the desk's own. */
    public TicketDeskBuilder consumer(EventConsumer value) {
        consumers.add(Required.argument(value, "consumer"));
        return this;
    }

    /** Adds a listener for metrics. How many commits of the store are shared is reported to a listener of the store's own options. */
    public TicketDeskBuilder listener(DeskListener value) {
        listeners.add(Required.argument(value, "listener"));
        return this;
    }

    /**
     * Whether this desk runs the tenants' automations; by default it does where a Jackson is there to read them with. A desk that has
     * {@link #contacts} must. Whether that Jackson can be used is tried by {@link #build} when this is true or there are contacts, else when
     * automations are first written or read.
     */
    public TicketDeskBuilder automations(boolean value) {
        automations = value;
        return this;
    }

    /** How the desk delivers in the background once it is started. */
    public TicketDeskBuilder delivery(DeliveryOptions value) {
        delivery = Required.argument(value, "delivery");
        return this;
    }

    /**
     * What to do after each commit, besides waking up the desk's own delivery: called on the thread of the command, must be fast. What it
     * throws, an {@link Error} too, is logged, for the change is stored.
     */
    public TicketDeskBuilder afterCommit(Runnable value) {
        afterCommit = Required.argument(value, "afterCommit");
        return this;
    }

    /**
     * The desk.
     *
     * @throws NullPointerException when there is no storage
     * @throws IllegalStateException when there is neither a validator nor a provider of one, or automations are to run and there is no
     *     Jackson to read them with; it says what to add
     * @throws IllegalArgumentException when a consumer's name is not 1 to 50 of {@code a-z 0-9 -}, or another's
     */
    public TicketDesk build() {
        return new Wiring(this).desk();
    }
}
