package dev.ticketkit.spring.internal.desk;

import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.TicketDeskCustomizer;
import dev.ticketkit.spring.TicketkitProperties;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** Makes the desk of what the application has. Where it has several of a kind and none is primary, it is asked which it means. */
public final class DeskAssembly {
    private static final String TO_OPERATORS = "operatorNotifier";
    private static final String TO_CONTACTS = "contactNotifier";

    private final ListableBeanFactory beans;
    private final TicketkitProperties properties;

    /** Of these beans. */
    public DeskAssembly(ListableBeanFactory beans, TicketkitProperties properties) {
        this.beans = beans;
        this.properties = properties;
    }

    /** The desk on a storage. */
    public TicketDesk desk(TicketStorage storage) {
        TicketDeskBuilder builder = TicketDesk.builder().storage(storage);
        beans.getBeanProvider(Clock.class).ifAvailable(builder::clock);
        beans.getBeanProvider(AccessPolicy.class).ifAvailable(builder::access);
        beans.getBeanProvider(Validator.class).ifAvailable(builder::validator);
        beans.getBeanProvider(FieldSource.class).ifAvailable(builder::fields);
        beans.getBeanProvider(TriggerDispatcher.class).ifAvailable(builder::dispatcher);
        beans.getBeanProvider(DeskListener.class).orderedStream().forEach(builder::listener);
        deliver(builder);
        beans.getBeanProvider(TicketDeskCustomizer.class).orderedStream().forEach(each -> each.customize(builder));
        return builder.build();
    }

    private void deliver(TicketDeskBuilder builder) {
        builder.delivery(properties.delivery().options())
                .skipAuthor(properties.notifications().skipAuthor())
                .notificationWindow(properties.notifications().window());
        if (properties.automations() != null) {
            builder.automations(properties.automations());
        }
        Notifier toOperators = notifier(TO_OPERATORS);
        OperatorDirectory directory =
                beans.getBeanProvider(OperatorDirectory.class).getIfAvailable();
        if (toOperators != null && directory != null) {
            builder.operators(directory, toOperators);
        }
        Notifier toContacts = notifier(TO_CONTACTS);
        if (toContacts != null && !Boolean.FALSE.equals(properties.automations())) {
            builder.contacts(toContacts);
        }
        beans.getBeanProvider(EventConsumer.class).orderedStream().forEach(builder::consumer);
    }

    /** The bean of that name, else the one that has neither name. */
    private @Nullable Notifier notifier(String name) {
        Map<String, Notifier> all = new TreeMap<>(beans.getBeansOfType(Notifier.class));
        Notifier named = all.get(name);
        if (named != null) {
            return named;
        }
        all.remove(TO_OPERATORS);
        all.remove(TO_CONTACTS);
        return all.size() > 1
                ? beans.getBean(Notifier.class)
                : all.values().stream().findFirst().orElse(null);
    }
}
