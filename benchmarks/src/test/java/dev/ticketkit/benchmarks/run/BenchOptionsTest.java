package dev.ticketkit.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.benchmarks.suite.Benchmark;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchOptionsTest {
    @Test
    void measuresEverythingOverAHundredThousandTicketsUnlessAsked() {
        BenchOptions options = BenchOptions.of(new Properties(), null);

        assertThat(options.tickets()).isEqualTo(100_000);
        assertThat(options.benchmarks()).hasSizeGreaterThan(8);
    }

    @Test
    void measuresOnlyWhatIsNamed() {
        assertThat(options("only", "list, Open").benchmarks())
                .extracting(Benchmark::name)
                .containsExactly("open", "list");
    }

    @Test
    void needsNoServerForWhatIsInThisProcess() {
        assertThat(options("only", "h2,store").benchmarks()).hasSize(2).noneMatch(Benchmark::needsServer);
        assertThat(options("only", "open").benchmarks()).allMatch(Benchmark::needsServer);
    }

    @ParameterizedTest
    @CsvSource({
        "only, opne, there is no opne; choose among open",
        "scale, 2M, 'choose 1k, 10k, 100k, 1M or 10M'",
        "seconds, soon, must be a number",
        "rounds, 0, must be 1",
        "jdbc, jdbc:h2:mem:x, jdbc:postgresql://"
    })
    void saysHowToPutAnOptionRight(String name, String value, String advice) {
        assertThatThrownBy(() -> options(name, value))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("-D" + name)
                .hasMessageContaining(advice);
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(BenchOptions.of(new Properties(), "secret")).asString().doesNotContain("secret");
    }

    private static BenchOptions options(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return BenchOptions.of(properties, null);
    }
}
