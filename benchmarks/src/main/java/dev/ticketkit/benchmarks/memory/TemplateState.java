package dev.ticketkit.benchmarks.memory;

import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.Rendering;
import dev.ticketkit.core.template.Template;
import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One message of about 400 characters with eight fields, ready for each library. */
@State(Scope.Benchmark)
public class TemplateState {
    private static final String TEXT = """
            Dear %%NAME%%, thank you for writing to %%COMPANY%%. We have opened ticket %%REFERENCE%% about your order %%ORDER%% of \
            %%DAY%%. It is with %%OPERATOR%% now, and its status is %%STATUS%%. You can answer this message, or call us under the \
            number at the end of it; please have the reference at hand, so that whoever takes the call finds your ticket at once. \
            We answer until the evening of %%LIMIT%%, as a rule earlier.""";

    final Map<String, String> values = Map.of(
            "NAME", "Bruno Verdi",
            "COMPANY", "Acme Spedizioni",
            "REFERENCE", "7KQ2MX9WTR",
            "ORDER", "4711-0815",
            "DAY", "3 November 2026",
            "OPERATOR", "Anna Rossi",
            "STATUS", "In progress",
            "LIMIT", "6 November 2026");

    final Template template = Template.parse(TEXT);
    final FieldValues fields = FieldValues.ofTexts(values);
    final Rendering rendering = Rendering.raw();

    /** The text with other signs around its fields. */
    static String text(String before, String after) {
        return TEXT.replaceAll("%%([A-Z]+)%%", before + "$1" + after);
    }

    /** The text, rendered in the plainest way there is. */
    String expected() {
        String text = TEXT;
        for (Map.Entry<String, String> each : values.entrySet()) {
            text = text.replace("%%" + each.getKey() + "%%", each.getValue());
        }
        return text;
    }

    /** The same from everybody, or the comparison means nothing. */
    String require(Function<TemplateState, String> way) {
        String rendered = way.apply(this);
        if (!rendered.equals(expected())) {
            throw new IllegalStateException("rendered differently: " + rendered);
        }
        return rendered;
    }
}
