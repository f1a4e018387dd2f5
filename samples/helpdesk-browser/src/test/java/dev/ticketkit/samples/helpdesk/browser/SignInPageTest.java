package dev.ticketkit.samples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

class SignInPageTest extends InBrowser {
    @InTwoLanguages
    void letsInWhoKnowsThePassword(String language) {
        DeskScreen screen = screen(language).stranger();
        screen.type("[name=username]", "oliver");
        screen.type("[name=password]", "wrong");
        screen.goTo("login.enter");
        screen.see(screen.said("login.wrong"));

        screen.type("[name=username]", "oliver");
        screen.type("[name=password]", "demo");
        screen.goTo("login.enter");
        screen.see(screen.said("tickets.title"));
        assertThat(screen.texts(".menu .avatar")).containsExactly("OW");

        screen.click(".menu summary");
        screen.goTo("nav.logout");
        assertThat(screen.place()).startsWith("/login");
        screen.open("/tickets");
        screen.see(screen.said("login.demo"));
    }

    @InTwoLanguages
    void makesWaitWhoGuessesTooOften(String language) {
        DeskScreen screen = screen(language).stranger();
        for (int i = 0; i < 11; i++) {
            screen.type("[name=username]", "anna");
            screen.type("[name=password]", "guess" + i);
            screen.goTo("login.enter");
        }
        screen.see(screen.said("login.wait"));

        pass(Duration.ofMinutes(6));
        screen.as("anna");
        screen.see(screen.said("tickets.title"));
    }

    @InTwoLanguages
    void speaksTheLanguageAndWearsTheThemeThatAreChosen(String language) {
        DeskScreen screen = screen(language).as("anna");
        DeskScreen spanish = screen("es");
        screen.click(".menu summary");
        screen.go(".menu [name=language][value=es]");
        spanish.see(spanish.said("tickets.new"));
        screen.click(".menu summary");
        screen.go(".menu [name=theme][value=dark]");
        assertThat(screen.at("html").getDomAttribute("data-theme")).isEqualTo("dark");
        screen.click(".menu summary");
        screen.go(".menu [name=language][value=" + language + "]");
        screen.see(screen.said("tickets.new"));
    }

    @InTwoLanguages
    void offersEachRoleWhatItMayDo(String language) {
        DeskScreen screen = screen(language).as("marta");
        assertThat(screen.texts(".main-nav a")).contains(screen.said("nav.settings"));
        screen.as("sofia");
        assertThat(screen.texts(".main-nav a"))
                .contains(screen.said("nav.tickets"))
                .doesNotContain(screen.said("nav.settings"));
        assertThat(screen.texts("tbody .c-owner")).isNotEmpty().containsOnly("Sofía Navarro");
        screen.as("ana");
        assertThat(screen.place()).isEqualTo("/phone");
        assertThat(screen.count(".main-nav a")).isZero();
    }
}
