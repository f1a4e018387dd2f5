package dev.ticketkit.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.ticketkit.checks.PublishedClasses.HOUSE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pure rooms: what they answer depends on what they are given, and on nothing else. They can be tested without a store, and repeated
 * after a conflict without harm.
 */
class PureRoomsTest {
    /** A map that several threads may use starts none. */
    private static final Set<String> HARMLESS =
            Set.of(ConcurrentHashMap.class.getName(), ConcurrentMap.class.getName());

    private static final DescribedPredicate<JavaClass> PORTS = describe(
            "are ports",
            each -> each.isInterface()
                    && !each.isAnnotation()
                    && (each.getPackageName().startsWith("dev.ticketkit.spi.storage")
                            || each.getPackageName().startsWith("dev.ticketkit.spi.host")));
    private static final DescribedPredicate<JavaClass> CLOCKS_AND_THREADS = describe(
            "are clocks or threads",
            each -> each.isEquivalentTo(Clock.class)
                    || each.isAssignableTo(Thread.class)
                    || each.isAssignableTo(ThreadLocal.class)
                    || (each.getPackageName().startsWith("java.util.concurrent")
                            && !HARMLESS.contains(each.getName())));
    private static final DescribedPredicate<JavaClass> LOGGERS_AND_DATABIND = resideInAnyPackage(
            "org.slf4j..",
            "java.sql..",
            "tools.jackson..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..");

    /** The readers of statistics fetch what the calculators beside them count. */
    private static final Set<String> READERS = Set.of("BacklogReader", "Verifier");

    static Stream<Arguments> rooms() {
        return Stream.of(
                arguments("template", "dev.ticketkit.core.template", Set.of()),
                arguments("reference", "dev.ticketkit.core.reference", Set.of()),
                arguments("values of statistics", "dev.ticketkit.core.statistics", Set.of()),
                arguments("statistics' calculators", "dev.ticketkit.core.internal.statistics", READERS),
                arguments("decisions", "dev.ticketkit.core.internal.decision", Set.of()),
                arguments("conditions, triggers and steps", "dev.ticketkit.core.automation", Set.of()),
                arguments("checks of automations", "dev.ticketkit.core.internal.automation.check", Set.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void pureRoomKnowsNoPortClockThreadLoggerOrDatabind(String name, String room, Set<String> apart) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .and(are(describe("no " + apart, each -> !apart.contains(outermost(each)))))
                .should()
                .dependOnClassesThat(PORTS.or(CLOCKS_AND_THREADS).or(LOGGERS_AND_DATABIND))
                .as("pure: " + name)
                .check(HOUSE);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(PureRoomsTest::outermost).orElseGet(type::getSimpleName);
    }
}
