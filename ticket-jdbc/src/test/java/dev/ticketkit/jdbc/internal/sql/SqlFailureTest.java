package dev.ticketkit.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {

    @ParameterizedTest
    @CsvSource({
        "40001,CONTENTION",
        "40P01,CONTENTION",
        "55P03,CONTENTION",
        "HYT00,CONTENTION",
        "90131,CONTENTION",
        "57014,CANCELLED",
        "25P03,CANCELLED",
        "23505,DUPLICATE",
        "22012,CHECK",
        "25006,READ_ONLY",
        "25P02,BROKEN_TRANSACTION",
        "42P01,NO_TABLES",
        "3F000,NO_TABLES",
        "42S02,NO_TABLES",
        "90079,NO_TABLES",
        "22021,DEFECT",
        "22P05,DEFECT",
        "22P02,DEFECT",
        "22001,DEFECT",
        "22003,DEFECT",
        "22008,DEFECT",
        "22023,DEFECT",
        "54000,DEFECT",
        "0A000,DEFECT",
        "42601,DEFECT",
        "42703,DEFECT",
        "23502,DEFECT",
        "23514,DEFECT",
        "08000,UNKNOWN",
        "08001,UNKNOWN",
        "08006,UNKNOWN",
        "57P01,UNKNOWN",
        "57P02,UNKNOWN",
        "57P03,UNKNOWN",
        "53100,UNKNOWN",
        "53300,UNKNOWN",
        "XX000,UNKNOWN",
        "58030,UNKNOWN",
        "99999,UNKNOWN"
    })
    void meansWhatTheStateSays(String state, SqlFailure expected) {
        assertThat(SqlFailure.of(state)).isEqualTo(expected);
    }

    @Test
    void aFailureWithoutStateIsUnknown() {
        assertThat(SqlFailure.of((String) null)).isEqualTo(SqlFailure.UNKNOWN);
    }
}
