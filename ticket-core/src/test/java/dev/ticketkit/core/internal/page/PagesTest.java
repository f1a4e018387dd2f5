package dev.ticketkit.core.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final int SIZE = 3;

    private final List<Integer> readAfter = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7})
    void givesEveryRowOnce(int rows) {
        assertThat(pages(rows))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rows).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void readsNoFurtherThanItIsWalked(int walked) {
        Iterator<Integer> rows = pages(100).iterator();
        for (int i = 0; i < walked; i++) {
            rows.next();
        }

        assertThat(readAfter).hasSize(walked <= SIZE ? 1 : 2);
    }

    private Pages<Integer> pages(int rows) {
        return new Pages<>(SIZE, last -> {
            readAfter.add(last == null ? 0 : last);
            List<Integer> page = new ArrayList<>();
            for (int row = last == null ? 1 : last + 1; row <= rows && page.size() < SIZE; row++) {
                page.add(row);
            }
            return page;
        });
    }
}
