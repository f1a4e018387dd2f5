package dev.ticketkit.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
    private static final int MOST = 100;

    private final Connection connection = mock(Connection.class);
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private final KeptStatements kept = new KeptStatements(connection, mock(Database.class));

    @BeforeEach
    void prepare() throws SQLException {
        when(connection.prepareStatement(anyString())).thenAnswer(call -> {
            PreparedStatement statement = mock(PreparedStatement.class);
            prepared.add(statement);
            return statement;
        });
    }

    @Test
    void aStatementIsPreparedOnceAndStaysOpen() throws SQLException {
        assertThat(used("a")).isSameAs(used("a"));
        verify(prepared.get(0), never()).close();
    }

    @Test
    void oneThatIsInUseIsNotHandedOutAgain() throws SQLException {
        PreparedStatement inner = kept.with("a", outer -> {
            PreparedStatement other = used("a");
            assertThat(other).isNotSameAs(outer);
            return other;
        });
        verify(inner).close();
        assertThat(used("a")).isSameAs(prepared.get(0));
    }

    @Test
    void oneThatFailedIsClosedAndPreparedAnew() throws SQLException {
        assertThatThrownBy(() -> kept.with("a", statement -> {
                    throw new SQLException("no");
                }))
                .isInstanceOf(SQLException.class);
        verify(prepared.get(0)).close();
        assertThat(used("a")).isSameAs(prepared.get(1));
    }

    @Test
    void ofTooManyTheOneUsedLongestAgoIsClosedUnlessItIsInUse() throws SQLException {
        kept.with("in use", statement -> {
            used("oldest");
            for (int i = 0; i < MOST - 1; i++) {
                used("statement " + i);
            }
            return statement;
        });
        verify(prepared.get(0), never()).close();
        verify(prepared.get(1)).close();
        verify(prepared.get(2), never()).close();
    }

    private PreparedStatement used(String text) throws SQLException {
        return kept.with(text, statement -> statement);
    }
}
