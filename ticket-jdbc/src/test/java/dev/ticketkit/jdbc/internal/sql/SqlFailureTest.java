package dev.ticketkit.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlFailureTest {
    static Stream<Arguments> states() {
        return Stream.of(
                        of(SqlFailure.CONTENTION, "40001", "40P01", "55P03", "HYT00", "90131"),
                        of(SqlFailure.CANCELLED, "57014", "25P03"),
                        of(SqlFailure.DUPLICATE, "23505"),
                        of(SqlFailure.CHECK, "22012"),
                        of(SqlFailure.READ_ONLY, "25006"),
                        of(SqlFailure.BROKEN_TRANSACTION, "25P02"),
                        of(SqlFailure.NO_TABLES, "42P01", "3F000", "42S02", "90079"),
                        of(
                                SqlFailure.DEFECT,
                                "22021",
                                "22P05",
                                "22P02",
                                "22001",
                                "22003",
                                "22008",
                                "22023",
                                "54000",
                                "0A000",
                                "42601",
                                "42703",
                                "23502",
                                "23514"),
                        of(
                                SqlFailure.UNKNOWN,
                                "08000",
                                "08001",
                                "08006",
                                "57P01",
                                "57P02",
                                "57P03",
                                "53100",
                                "53300",
                                "XX000",
                                "58030",
                                "99999"))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("states")
    void meansWhatTheStateSays(String state, SqlFailure expected) {
        assertThat(SqlFailure.of(state)).isEqualTo(expected);
    }

    @Test
    void aFailureWithoutStateIsUnknown() {
        assertThat(SqlFailure.of((String) null)).isEqualTo(SqlFailure.UNKNOWN);
    }

    private static Stream<Arguments> of(SqlFailure expected, String... states) {
        return Stream.of(states).map(state -> Arguments.of(state, expected));
    }
}
