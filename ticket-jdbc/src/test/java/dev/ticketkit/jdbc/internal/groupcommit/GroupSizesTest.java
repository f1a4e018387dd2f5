package dev.ticketkit.jdbc.internal.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.DeskListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupSizesTest {
    @Test
    void oneListenerThatFailsKeepsNothingFromTheOthers() {
        List<Integer> heard = new ArrayList<>();
        DeskListener failing = new DeskListener() {
            @Override
            public void groupCommitted(int changes) {
                throw new AssertionError("no");
            }
        };
        DeskListener counting = new DeskListener() {
            @Override
            public void groupCommitted(int changes) {
                heard.add(changes);
            }
        };

        new GroupSizes(List.of(failing, counting)).committed(3);
        assertThat(heard).containsExactly(3);
    }
}
