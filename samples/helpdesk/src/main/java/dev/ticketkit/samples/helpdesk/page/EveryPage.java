package dev.ticketkit.samples.helpdesk.page;

import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.samples.helpdesk.team.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice
class EveryPage {
    private final WordsOfRequest words;

    EveryPage(WordsOfRequest words) {
        this.words = words;
    }

    /** A comma in a value is part of the value. */
    @InitBinder
    void keepCommas(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new OneValueOrMany());
    }

    /** Who has signed in. */
    @ModelAttribute("me")
    @Nullable Account me() {
        return SignedIn.maybe().orElse(null);
    }

    /** What things are called. */
    @ModelAttribute("words")
    @Nullable Words words() {
        return SignedIn.maybe().isPresent() ? words.words() : null;
    }

    @ModelAttribute("language")
    String language() {
        return words.language().getLanguage();
    }

    @ModelAttribute("theme")
    String theme(@CookieValue(name = "theme", defaultValue = "auto") String theme) {
        return Set.of("light", "dark").contains(theme) ? theme : "auto";
    }

    /** Where this page is, for the way back. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
