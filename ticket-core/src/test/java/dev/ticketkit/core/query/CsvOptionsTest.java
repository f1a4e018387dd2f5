package dev.ticketkit.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ticketkit.core.query.CsvOptions.Column;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvOptionsTest {
    @Test
    void theUsualColumnsAreThoseOfATicketThatPeopleRead() {
        assertThat(CsvOptions.defaults().columns())
                .startsWith(Column.REFERENCE, Column.TITLE)
                .endsWith(Column.DESCRIPTION)
                .doesNotContain(Column.ORIGIN, Column.EXTERNAL_ID, Column.OWNER_ID, Column.ATTRIBUTES);
        assertThat(CsvOptions.defaults().separator().sign()).isEqualTo(',');
    }

    @Test
    void columnsAreReplacedOrAdded() {
        assertThat(CsvOptions.builder()
                        .columns(Column.TITLE)
                        .with(Column.OWNER_ID)
                        .build()
                        .columns())
                .containsExactly(Column.TITLE, Column.OWNER_ID);
        assertThat(CsvOptions.builder().with(Column.ORIGIN).build().columns())
                .hasSize(CsvOptions.defaults().columns().size() + 1);
    }

    @Test
    void attributesAreNamedAsTicketsNameThem() {
        String[] tooMany = IntStream.range(0, 33).mapToObj(each -> "a" + each).toArray(String[]::new);
        assertThat(CsvOptions.builder().attributes("colour", "floor").build().attributes())
                .containsExactly("colour", "floor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvOptions.builder().attributes(tooMany));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CsvOptions.builder().attributes("a\nb"));
    }

    @Test
    void hintsStayAsTheyWere() {
        List<String> hints = new ArrayList<>(List.of("no such status"));
        ParsedQuery parsed = new ParsedQuery(TicketQuery.all(), hints);
        hints.clear();
        assertThat(parsed.hints()).containsExactly("no such status");
    }
}
