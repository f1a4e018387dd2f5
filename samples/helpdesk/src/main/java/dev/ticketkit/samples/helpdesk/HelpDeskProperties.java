package dev.ticketkit.samples.helpdesk;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set from outside.
 *
 * @param tenant whose desk this is
 * @param zone in which days begin
 * @param language of mails and messages to those who have none of their own
 * @param seedTickets how many tickets an empty desk begins with; 0 for none, and then no demo accounts either
 * @param hookToken what a caller of the inbound webhook must show; empty for nobody may call
 */
@ConfigurationProperties("helpdesk")
public record HelpDeskProperties(
        @DefaultValue("acme") String tenant,
        @DefaultValue("Europe/Rome") ZoneId zone,
        @DefaultValue("en") Locale language,
        @DefaultValue("400") int seedTickets,
        @DefaultValue("") String hookToken) {}
