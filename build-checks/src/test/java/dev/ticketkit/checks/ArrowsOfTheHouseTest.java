package dev.ticketkit.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.ticketkit.checks.PublishedClasses.HOUSE;
import static dev.ticketkit.checks.PublishedClasses.MODULES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Empty rules are not allowed: a module that moved out of its package must not slip through. */
class ArrowsOfTheHouseTest {
    @Test
    void spiDependsOnNothingOfOursAndNotOnDatabases() {
        neverDepends("spi", "dev.ticketkit.core..", "dev.ticketkit.jdbc..", "dev.ticketkit.testkit..");
        neverDepends("spi", "java.sql..", "javax.sql..");
    }

    @Test
    void coreDependsOnNoStoreAndNotOnDatabases() {
        neverDepends("core", "dev.ticketkit.jdbc..", "dev.ticketkit.testkit..", "java.sql..", "javax.sql..");
    }

    @Test
    void jdbcDependsOnSpiAlone() {
        neverDepends("jdbc", "dev.ticketkit.core..", "dev.ticketkit.testkit..");
    }

    @ParameterizedTest
    @CsvSource({"mail, webhook", "webhook, mail"})
    void adapterDependsOnSpiAlone(String adapter, String other) {
        neverDepends(
                adapter,
                "dev.ticketkit.core..",
                "dev.ticketkit.jdbc..",
                "dev.ticketkit.testkit..",
                "dev.ticketkit." + other + "..",
                "java.sql..",
                "javax.sql..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spi", "core", "jdbc", "testkit", "mail", "webhook"})
    void nobodyKnowsSpringButItsModule(String module) {
        neverDepends(module, "org.springframework..", "dev.ticketkit.spring..");
    }

    @Test
    void springTakesNothingFromTheTestkit() {
        neverDepends("spring", "dev.ticketkit.testkit..");
    }

    @Test
    void testkitDependsOnNoDatabase() {
        neverDepends("testkit", "dev.ticketkit.jdbc..", "java.sql..", "javax.sql..");
    }

    @ParameterizedTest
    @FieldSource("dev.ticketkit.checks.PublishedClasses#MODULES")
    void noModuleDependsOnSamples(String module) {
        neverDepends(module, "dev.ticketkit.samples..");
    }

    /** A class that is public for other rooms of its module is no one else's. */
    @ParameterizedTest
    @FieldSource("dev.ticketkit.checks.PublishedClasses#MODULES")
    void whatIsInternalIsKnownInItsModuleAlone(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ticketkit." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ticketkit." + module + "..internal..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @FieldSource("dev.ticketkit.checks.PublishedClasses#MODULES")
    void packagesOfOneModuleHaveNoCycles(String module) {
        slices().matching("dev.ticketkit.(" + module + "..)")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    /** A host may have either generation, or none; annotations are for all. */
    @Test
    void oneRoomKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ticketkit.core.internal.json..")
                .and()
                // Writes webhooks with what Spring Boot 4 has; not loaded without ticket-webhook.
                .doNotHaveFullyQualifiedName("dev.ticketkit.spring.internal.adapter.PlainJson")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..", "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(HOUSE);
    }

    @Test
    void nothingReadsSerializedObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spi", "core", "jdbc", "mail", "webhook"})
    void timeComesFromClock(String module) {
        noClasses()
                .that()
                .resideInAPackage("dev.ticketkit." + module + "..")
                .should()
                .accessTargetWhere(
                        describe("reads the time without a clock", ArrowsOfTheHouseTest::readsTimeWithoutClock))
                .check(HOUSE);
    }

    @Test
    void everyModuleIsSeen() {
        assertThat(MODULES).allSatisfy(module -> assertThat(HOUSE)
                .anyMatch(each -> each.getPackageName().startsWith("dev.ticketkit." + module)));
    }

    private static void neverDepends(String module, String... packages) {
        noClasses()
                .that()
                .resideInAPackage("dev.ticketkit." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(HOUSE);
    }

    private static boolean readsTimeWithoutClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getName();
        if (owner.getPackageName().startsWith("java.time") && name.equals("now")) {
            return !access.getTarget().getDescription().contains(Clock.class.getName());
        }
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        return owner.isEquivalentTo(Date.class)
                && access.getTarget().getFullName().endsWith("<init>()");
    }
}
