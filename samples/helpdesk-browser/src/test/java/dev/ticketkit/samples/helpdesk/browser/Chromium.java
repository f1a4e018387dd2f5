package dev.ticketkit.samples.helpdesk.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browser of the machine. Tests are skipped where there is none, and fail where {@code -Dbrowser.required=true} says that there has to be
 * one.
 */
final class Chromium implements ExecutionCondition {
    /** Where files go that are downloaded. */
    static final Path DOWNLOADS = Path.of("target", "downloads").toAbsolutePath();

    private static final String MISSING = "no chromium and chromedriver here: apt-get install chromium chromium-driver";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (browser().isPresent() && driver().isPresent()) {
            return ConditionEvaluationResult.enabled("chromium is there");
        }
        if (Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException(MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    /** A browser without a window, with a profile of its own; it ends with this JVM at the latest. */
    static ChromeDriver start() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow().toFile())
                .withSilent(true)
                .build();
        ChromeDriver started = new ChromeDriver(service, options());
        Runtime.getRuntime().addShutdownHook(new Thread(started::quit));
        return started;
    }

    private static ChromeOptions options() {
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");
        options.addArguments("--window-size=1280,900", "--hide-scrollbars");
        options.setExperimentalOption("prefs", Map.of("download.default_directory", DOWNLOADS.toString()));
        options.setCapability("goog:loggingPrefs", everything);
        return options;
    }

    private static Optional<Path> browser() {
        return found("chromium", "chromium-browser");
    }

    private static Optional<Path> driver() {
        return found("chromedriver");
    }

    private static Optional<Path> found(String... names) {
        List<String> folders =
                List.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
