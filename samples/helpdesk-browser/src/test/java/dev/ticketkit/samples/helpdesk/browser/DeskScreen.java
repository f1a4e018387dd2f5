package dev.ticketkit.samples.helpdesk.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The help desk in a browser, read in one language. */
final class DeskScreen extends Screen {
    private final Said said;
    private final String language;

    DeskScreen(ChromeDriver driver, String address, String language) {
        super(driver, address);
        this.language = language;
        said = new Said(language);
    }

    /** A text of the pages in this screen's language. */
    String said(String key, Object... values) {
        return said.of(key, values);
    }

    Said said() {
        return said;
    }

    /** Nobody has signed in, and the pages are in this screen's language. */
    DeskScreen stranger() {
        open("/login");
        driver().manage().deleteAllCookies();
        cookie("language", language);
        open("/login");
        return this;
    }

    /** Signs in by a click on a demo account. */
    DeskScreen as(String account) {
        stranger();
        go("[data-account=" + account + "]");
        return this;
    }

    /** A link, button or summary that says a text, inside of what is found first. */
    static By saying(String text) {
        return inside("", text);
    }

    static By inside(String where, String text) {
        String quoted = "\"" + text + "\"";
        return By.xpath(where + "//*[self::a or self::button or self::summary][normalize-space()=" + quoted + "]");
    }

    /** The card with a heading or a code that says a text. */
    static String card(String text) {
        return "//*[contains(concat(' ', @class, ' '), ' card ')][.//*[self::h2 or self::code or self::a or self::span][normalize-space()=\""
                + text + "\"]]";
    }

    void clickOn(String key) {
        click(saying(said(key)));
    }

    void goTo(String key) {
        go(saying(said(key)));
    }

    /** The row of a ticket in the list. */
    WebElement row(String title) {
        return at(By.xpath("//table[contains(@class, 'tickets')]//tr[.//a[normalize-space()=\"" + title + "\"]]"));
    }

    /** Opens the search with a text typed into it. */
    void search(String text) {
        open("/tickets");
        type("#q", text);
        go(".search button.button");
    }
}
