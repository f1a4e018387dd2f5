package dev.ticketkit.samples.helpdesk.page;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes the words of whoever reads the page. */
@Component
public class WordsOfRequest {
    private final ActorDesk desk;
    private final HelpDeskProperties properties;

    WordsOfRequest(ActorDesk desk, HelpDeskProperties properties) {
        this.desk = desk;
        this.properties = properties;
    }

    /** The words of this request. */
    public Words words() {
        Catalogue catalogue = desk.catalogue();
        return new Words(language(), properties.zone(), catalogue.statuses(), catalogue.priorities());
    }

    /** The language of this request's pages. */
    public Locale language() {
        return Languages.of(LocaleContextHolder.getLocale());
    }
}
