package dev.ticketkit.checks.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.checks.house.Aim.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The aims of the house, before and now. The table is printed by every build; {@code -Dhouse.root=…} measures another checkout by the
 * same rules.
 */
class HouseAimsTest {
    private static final String LINE = "%-58s %6s %6s %5s  %-26s %s%n";

    private final Path root = Path.of(System.getProperty("house.root", ".."));

    @Test
    void houseIsNoFartherFromItsAimsThanItWas() throws IOException {
        Aims aims = Aims.committed();
        StringBuilder table = new StringBuilder(LINE.formatted("", "before", "now", "aim", "", ""));
        List<String> broken = new ArrayList<>();
        for (Figure figure : Figures.of(SourceTree.of(root))) {
            Aim aim = aims.of(figure.name()).orElse(new Aim(figure.name(), null, null, null));
            Verdict verdict = aim.of(figure.value());
            table.append(LINE.formatted(
                    figure.name(),
                    text(aim.before()),
                    figure.value(),
                    text(aim.aim()),
                    verdict.words(),
                    figure.detail()));
            if (verdict == Verdict.BROKEN) {
                broken.add(figure + ", " + aim);
            }
        }
        System.out.println(table);
        assertThat(broken)
                .as("figures above their aim, or above what they were")
                .isEmpty();
    }

    @Test
    void everyLineOfTheTableIsAboutAFigureThatIsMeasured() throws IOException {
        List<String> measured =
                Figures.of(SourceTree.of(root)).stream().map(Figure::name).toList();

        assertThat(Aims.committed().names())
                .filteredOn(name -> !name.endsWith("*") && !isGone(name))
                .isSubsetOf(measured);
    }

    /** A port that was renamed or parted keeps its line, for what it was before. */
    private static boolean isGone(String name) {
        return name.startsWith("methods of port ");
    }

    private static String text(@Nullable Object number) {
        return number == null ? "" : number.toString();
    }
}
