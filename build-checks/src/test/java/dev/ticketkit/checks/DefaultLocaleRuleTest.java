package dev.ticketkit.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ninety locales of the JDK write other digits, and a Turkish one other letters: SQL, keys and references made with the default locale work
 * until the first such host. Whatever has a form that is told the locale is called in that form. {@code formatted} has none: it is for texts
 * that hold {@code %s} alone, which prints numbers without a locale.
 */
class DefaultLocaleRuleTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ticketkit");

    private static final ArchRule RULE = noClasses()
            .should()
            .accessTargetWhere(
                    describe("makes or reads a text with the default locale", DefaultLocaleRuleTest::usesDefault));

    /** All but the ones for texts, line ends and the sign itself. */
    private static final Pattern OF_LOCALE =
            Pattern.compile("(?<!%)%(\\d+\\$|<)?[-#+0,(]*\\d*(\\.\\d+)?[bBhHScCdoxXeEfgGaAtT]");

    @TempDir
    private Path classes;

    @Test
    void nothingUsesTheDefaultLocale() {
        RULE.check(HOUSE);
    }

    @Test
    void ruleSeesEveryWay() {
        assertThatThrownBy(() -> RULE.check(new ClassFileImporter().importClasses(EveryWay.class)))
                .isInstanceOf(AssertionError.class)
                .satisfies(refused -> assertThat(EveryWay.class.getDeclaredMethods())
                        .filteredOn(way -> !way.isSynthetic())
                        .hasSize(9)
                        .allSatisfy(way -> assertThat(refused).hasMessageContaining("." + way.getName() + "(")));
    }

    /** The compiler sees no text that is no constant of the same file. */
    @Test
    void textWithNumbersStandsBesideItsLocale() throws IOException {
        assertThat(linesWithoutLocale(Path.of(".."))).isEmpty();
    }

    @Test
    void ruleSeesEveryNumber() throws IOException {
        Path sources = Files.createDirectories(classes.resolve("ticket-x/src/main/java"));
        Files.write(sources.resolve("X.java"), List.of("%d", "%2$05d", "%x", "%,.1f", "%S", "%tY"));
        Files.write(
                sources.resolve("Y.java"),
                List.of("%s", "%2$s", "%-3s", "%<s", "%%d", "%n", "5 % of", "Locale.ROOT, %d"));

        assertThat(linesWithoutLocale(classes)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%d\".formatted(number)",
                "\"%1$5d\".formatted(number)",
                "String.format(\"%x\", number)",
                "text.toLowerCase()",
                "new java.util.Formatter().toString()",
                "new java.text.DecimalFormat(\"0\").format(number)"
            })
    void compilerRefusesTextsOfTheDefaultLocale(String returned) {
        assertThat(CompiledCanary.errorsOf(returned, classes))
                .singleElement()
                .asString()
                .contains("Locale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"%s of %s\".formatted(text, number)", "String.format(java.util.Locale.ROOT, text, number)"})
    void compilerAcceptsTextsWithoutALocale(String returned) {
        assertThat(CompiledCanary.errorsOf(returned, classes)).isEmpty();
    }

    private static List<String> linesWithoutLocale(Path house) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources(house)) {
            for (String line : Files.readAllLines(file)) {
                if (OF_LOCALE.matcher(line).find() && !line.contains("Locale.ROOT, ")) {
                    found.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        return found;
    }

    /** Not of ticket-testkit: what its contracts say of a failure is for people. */
    private static List<Path> sources(Path house) throws IOException {
        try (var files = Files.find(house, 30, (file, facts) -> file.toString().endsWith(".java"))) {
            return files.filter(file -> house.relativize(file).toString().matches("ticket-(?!testkit).*/src/main/.*"))
                    .toList();
        }
    }

    private static boolean usesDefault(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (!owner.getPackageName().startsWith("java.")) {
            return false;
        }
        if (owner.isEquivalentTo(Locale.class)) {
            return name.equals("getDefault");
        }
        if (owner.isEquivalentTo(Scanner.class)) {
            return true;
        }
        if (owner.isEquivalentTo(MessageFormat.class) && name.equals("format")) {
            return true;
        }
        if (owner.isEquivalentTo(DecimalFormat.class) && name.equals("<init>")) {
            return parameters(access).size() < 2;
        }
        // A formatter of a localized style is given its locale afterwards.
        return hasFormWithLocale(access)
                && !(owner.isEquivalentTo(DateTimeFormatter.class) && name.startsWith("ofLocalized"));
    }

    private static boolean hasFormWithLocale(JavaAccess<?> access) {
        List<String> given = parameters(access);
        if (given.contains(Locale.class.getName())) {
            return false;
        }
        return forms(access).anyMatch(form -> {
            List<String> told = new ArrayList<>(
                    Arrays.stream(form.getParameterTypes()).map(Class::getName).toList());
            return told.remove(Locale.class.getName()) && told.equals(given);
        });
    }

    private static Stream<? extends Executable> forms(JavaAccess<?> access) {
        Class<?> owner = access.getTargetOwner().reflect();
        return access.getName().equals("<init>")
                ? Arrays.stream(owner.getConstructors())
                : Arrays.stream(owner.getMethods())
                        .filter(each -> each.getName().equals(access.getName()));
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream()
                        .map(JavaClass::reflect)
                        .map(Class::getName)
                        .toList()
                : List.of();
    }

    /** What the rule is there for; one way each. */
    @SuppressWarnings({"unused", "StringCaseLocaleUsage", "AnnotateFormatMethod"}) // read as bytes, never run
    private static final class EveryWay {
        Function<String, String> lowerReference() {
            return String::toLowerCase;
        }

        String upper(String text) {
            return text.toUpperCase();
        }

        String format(int number) {
            return String.format("%d", number);
        }

        void print(java.io.PrintStream out, int number) {
            out.printf("%d", number);
        }

        String decimal(int number) {
            return new DecimalFormat("0").format(number);
        }

        String number(int number) {
            return java.text.NumberFormat.getInstance().format(number);
        }

        String message(int number) {
            return MessageFormat.format("{0}", number);
        }

        DateTimeFormatter pattern() {
            return DateTimeFormatter.ofPattern("uuuu");
        }

        Locale asked() {
            return Locale.getDefault();
        }
    }
}
