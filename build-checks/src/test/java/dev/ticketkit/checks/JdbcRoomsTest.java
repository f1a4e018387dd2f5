package dev.ticketkit.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static dev.ticketkit.checks.PublishedClasses.HOUSE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rooms of ticket-jdbc, from the cellar to the door: arrows lead down only. */
class JdbcRoomsTest {
    private static final String INNER = "dev.ticketkit.jdbc.internal";
    private static final String DOOR = "dev.ticketkit.jdbc";

    /** Those of one level do not know each other. A room that is in no level is refused. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("dialect"),
            List.of("sql"),
            List.of("connection", "row"),
            List.of("schema"),
            List.of("transaction"),
            List.of("catalogue", "search", "rollup", "feed", "automation"),
            List.of("query", "delivery"),
            List.of("commit"),
            List.of("statistics", "groupcommit"));

    @Test
    void roomKnowsOnlyRoomsBelow() {
        var house = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(DOOR + "..");
        List<String> below = new ArrayList<>();
        for (List<String> level : LEVELS) {
            for (String room : level) {
                house = house.layer(room).definedBy(INNER + "." + room + "..");
                house = below.isEmpty()
                        ? house.whereLayer(room).mayNotAccessAnyLayer()
                        : house.whereLayer(room).mayOnlyAccessLayers(below.toArray(String[]::new));
            }
            below.addAll(level);
        }
        house.layer("door")
                .definedBy(DOOR)
                .whereLayer("door")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .check(HOUSE.that(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(DOOR + "..")));
    }

    @Test
    void innerCodeNamesNoTypeOfTheDoor() {
        noClasses()
                .that()
                .resideInAPackage(INNER + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DOOR)
                .check(HOUSE);
    }
}
