package dev.ticketkit.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R26")
@Tag("F50")
class HtmlRenderingTest {
    private static final Rendering HTML =
            Rendering.forReader(Locale.ENGLISH, ZoneOffset.UTC).asHtml();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<b>, &lt;b&gt;",
                "a & b, a &amp; b",
                "&lt;, &amp;lt;",
                "\"it's\", &quot;it&#39;s&quot;",
                "caffè \uD83D\uDE00, caffè \uD83D\uDE00",
                "plain, plain",
            })
    void escapesLiteralsAndValuesAlike(String plain, String escaped) {
        assertThat(render(plain + "%%A%%" + plain + "%%B|" + plain + "%%", "A", plain))
                .isEqualTo(escaped.repeat(4));
    }

    @Test
    void breaksLines() {
        assertThat(render("a\nb\r\nc\rd\n\ne%%A%%", "A", "\n1\r\n2\r"))
                .isEqualTo("a<br>b<br>c<br>d<br><br>e<br>1<br>2<br>");
    }

    @Test
    void escapesPlaceholdersThatStay() {
        Rendering keep = HTML.whenMissing(MissingField.KEEP);

        assertThat(Template.parse("<%%A%%>").render(FieldValues.none(), keep)).isEqualTo("&lt;%%A%%&gt;");
    }

    @Test
    void plainTextIsNotEscaped() {
        Rendering plain = Rendering.forReader(Locale.ENGLISH, ZoneOffset.UTC);

        assertThat(Template.parse("<%%A%%>\n").render(FieldValues.ofTexts(Map.of("A", "&")), plain))
                .isEqualTo("<&>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=https://example.org/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=\"data:text/html;base64,PHNjcmlwdD4=\">",
                "</title></textarea></style><script>alert(1)</script>",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<svg/onload=&#97;lert(1)>",
                "<<script>alert(1)//<</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            })
    void noTextOfAnyFieldBecomesMarkup(String hostile) {
        for (OwnField field : OwnField.values()) {
            assertHarmless(Template.parse("%%" + field.fieldName() + "%%").render(ticketOf(hostile), HTML));
        }
        assertHarmless(render("%%A%%", "A", hostile));
        assertHarmless(render("%%B|" + hostile + "%%", "A", ""));
        assertHarmless(render(hostile, "A", ""));
    }

    private static void assertHarmless(String html) {
        assertThat(html)
                .isNotEmpty()
                .doesNotContain("<", ">", "\"", "'")
                .doesNotContainPattern("&(?!(amp|lt|gt|quot|#39);)");
    }

    private static String render(String template, String name, String value) {
        return Template.parse(template).render(FieldValues.ofTexts(Map.of(name, value)), HTML);
    }

    private static FieldValues ticketOf(String text) {
        Status own = new Status("own", MacroStatus.TERMINATED, 8);
        StatusBook book = StatusBook.of(List.of(new StatusEntry(own, text, false)), Labels.english());
        Ticket ticket = Tickets.open()
                .reference(new Reference(text))
                .title(text)
                .description(text)
                .status(own)
                .priority(Priority.HIGH)
                .category(new Category(new UUID(1, 2), text))
                .owner(new Party("o-1", text))
                .closedAt(Tickets.NINE)
                .build();
        return new TicketFields(book, List.of(new PriorityEntry(Priority.HIGH, text, true)), Labels.english())
                .of(ticket, own);
    }
}
