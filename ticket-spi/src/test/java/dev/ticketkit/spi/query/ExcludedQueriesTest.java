package dev.ticketkit.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcludedQueriesTest {
    private static final TicketQuery BLUE = TicketQuery.builder().titles("blue").build();

    @Test
    void aLeftOutQueryLeavesOutNothingItself() {
        TicketQuery without = TicketQuery.builder().excluded(BLUE).build();

        assertThat(without.toBuilder().excluded(BLUE, BLUE).build().excluded()).containsExactly(BLUE, BLUE);
        assertThatThrownBy(() -> TicketQuery.builder().excluded(BLUE, without))
                .isInstanceOf(RefusedException.class)
                .hasMessage("excluded: has a query that leaves out others; name them beside it");
    }

    @Test
    void soManyWordsAreLeftOutAsAStoreCanBind() {
        List<String> most = IntStream.range(0, 999).mapToObj(i -> "t" + i).toList();
        TicketQuery many = TicketQuery.builder().titles(most).build();

        assertThat(TicketQuery.builder().excluded(many, BLUE).build().excluded())
                .hasSize(2);
        for (TicketQuery more : List.of(
                TicketQuery.builder().text("red green").build(),
                TicketQuery.builder().text("red OR green").build(),
                TicketQuery.builder().excludedText("red green").build(),
                TicketQuery.builder().references("T-1", "T-2").build(),
                TicketQuery.builder().contactNames("Anna", "Bruno").build())) {
            assertThatThrownBy(() -> TicketQuery.builder().excluded(many, more))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("excluded: leaves out too many words");
        }
    }
}
