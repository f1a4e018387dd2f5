package dev.ticketkit.samples.helpdesk.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person does and sees in a browser. Everything waits until it is there, for ten seconds at most. */
class Screen {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;
    private final String address;

    Screen(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    ChromeDriver driver() {
        return driver;
    }

    final void open(String path) {
        driver.get(address + path);
    }

    /** Where the browser is, without the server. */
    final String place() {
        return String.valueOf(driver.getCurrentUrl()).substring(address.length());
    }

    final void cookie(String name, String value) {
        driver.manage().addCookie(new Cookie.Builder(name, value).path("/").build());
    }

    final WebDriverWait waiting() {
        WebDriverWait waiting = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(40));
        // Between two pages a driver complains in many ways; all of them mean: not yet.
        waiting.ignoring(WebDriverException.class);
        return waiting;
    }

    /** The first that can be seen. */
    final WebElement at(By where) {
        return waiting()
                .withMessage(() -> "nothing to see at " + where + " of " + place())
                .until(page -> first(where));
    }

    private WebElement first(By where) {
        return driver.findElements(where).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(where.toString()));
    }

    final WebElement at(String css) {
        return at(By.cssSelector(css));
    }

    final void click(By where) {
        waiting()
                .withMessage(() -> "nothing to click at " + where + " of " + place())
                .until(page -> {
                    WebElement element = first(where);
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    final void click(String css) {
        click(By.cssSelector(css));
    }

    /** Clicks what leads to another page, or to this one anew. */
    final void go(By where) {
        replaced(() -> {
            click(where);
        });
    }

    final void go(String css) {
        go(By.cssSelector(css));
    }

    /** Does something after which there is another page. */
    final void replaced(Runnable what) {
        WebElement before = driver.findElement(By.tagName("html"));
        what.run();
        waiting().withMessage(() -> "still on the same page " + place()).until(ExpectedConditions.stalenessOf(before));
        waiting().until(page -> "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** Writes into a field what was not there before. */
    final void type(By where, String text) {
        WebElement field = at(where);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", field);
        field.clear();
        field.sendKeys(text);
    }

    final void type(String css, String text) {
        type(By.cssSelector(css), text);
    }

    final void choose(By where, String value) {
        new Select(at(where)).selectByValue(value);
    }

    final void choose(String css, String value) {
        choose(By.cssSelector(css), value);
    }

    /** Presses keys where the cursor is. */
    final void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Waits until the page says all of it. */
    final void see(String... texts) {
        for (String text : texts) {
            waiting()
                    .withMessage(() -> "\"" + text + "\" is not on " + place() + ": " + body())
                    .until(page -> body().contains(text));
        }
    }

    final String body() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** The texts of all at a place, those that are scrolled away too. */
    final List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(element ->
                        String.valueOf(element.getDomProperty("textContent")).strip())
                .toList();
    }

    final int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** What the browser complained of since this was last asked. */
    final List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** As on a screen so wide. */
    final void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    /** How wide the page is; wider than its screen when it has to be moved sideways. */
    final long pageWidth() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth")).longValue();
    }

    /** Keeps a picture of what is seen. */
    final void picture(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
