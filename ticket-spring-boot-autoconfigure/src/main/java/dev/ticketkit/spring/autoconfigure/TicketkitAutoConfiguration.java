package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.CurrentActor;
import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.spring.internal.aot.DeskHints;
import dev.ticketkit.spring.internal.desk.ApplicationEvents;
import dev.ticketkit.spring.internal.desk.DeskAssembly;
import dev.ticketkit.spring.internal.desk.DeskLifecycle;
import dev.ticketkit.spring.internal.schema.SchemaAtStart;
import java.time.Duration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.env.Environment;

/** One desk for the application, on its storage, with its beans; each bean gives way to one of the application's own. */
@AutoConfiguration(
        after = {
            TicketkitStorageAutoConfiguration.class,
            TicketkitMailAutoConfiguration.class,
            TicketkitWebhookAutoConfiguration.class
        },
        afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnClass({TicketDesk.class, JdbcStorage.class})
@ConditionalOnBooleanProperty(name = "ticketkit.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TicketkitProperties.class)
@ImportRuntimeHints(DeskHints.class)
public class TicketkitAutoConfiguration {
    private static final Duration USUAL_PHASE = Duration.ofSeconds(30);

    /** The desk. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    @ConditionalOnBean(TicketStorage.class)
    public TicketDesk ticketDesk(TicketStorage storage, TicketkitProperties properties, ListableBeanFactory beans) {
        return new DeskAssembly(beans, properties).desk(storage);
    }

    /** The desk as the actor of the moment uses it: a proxy that asks at each call. */
    @Bean
    @Scope(value = ConfigurableBeanFactory.SCOPE_PROTOTYPE, proxyMode = ScopedProxyMode.TARGET_CLASS)
    @ConditionalOnMissingBean
    @ConditionalOnBean({CurrentActor.class, TicketDesk.class})
    public ActorDesk actorDesk(CurrentActor current, TicketDesk desk) {
        return current.of(desk);
    }

    /** Starts and stops delivering. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(TicketDesk.class)
    public DeskLifecycle ticketDeskLifecycle(
            TicketDesk desk,
            TicketkitProperties properties,
            Environment environment,
            ObjectProvider<SchemaAtStart> schema,
            ObjectProvider<TicketStorage> storage) {
        Duration shutdown = Binder.get(environment)
                .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
                .orElse(USUAL_PHASE);
        SchemaAtStart looked = schema.getIfAvailable();
        TicketStorage own = storage.getIfAvailable();
        String store = looked != null
                ? looked.summary()
                : own == null ? "a desk of its own" : own.getClass().getSimpleName();
        return new DeskLifecycle(desk, properties.delivery().enabled(), shutdown, store);
    }

    /** Publishes ticket events to the listeners of the application. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty("ticketkit.events.enabled")
    public ApplicationEvents ticketApplicationEvents(ApplicationEventPublisher publisher) {
        return new ApplicationEvents(publisher);
    }
}
