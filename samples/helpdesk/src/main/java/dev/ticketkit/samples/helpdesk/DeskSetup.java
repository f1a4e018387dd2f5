package dev.ticketkit.samples.helpdesk;

import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.spring.CurrentActor;
import dev.ticketkit.spring.TicketDeskCustomizer;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk is told of this host; the rest are beans that the starter finds by themselves. */
@Configuration(proxyBeanMethods = false)
class DeskSetup {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Whoever has signed in acts; an injected {@code ActorDesk} is theirs. */
    @Bean
    CurrentActor currentActor(HelpDeskProperties properties) {
        return desk -> desk.as(properties.tenant(), SignedIn.account().actor());
    }

    @Bean
    TicketDeskCustomizer tenant(HelpDeskProperties properties) {
        TenantSettings settings =
                TenantSettings.defaults().withLanguage(properties.language()).withZone(properties.zone());
        return builder -> builder.tenants(tenant -> settings);
    }
}
