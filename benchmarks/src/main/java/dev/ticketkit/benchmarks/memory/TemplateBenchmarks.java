package dev.ticketkit.benchmarks.memory;

import com.samskivert.mustache.Mustache;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fills the fields of a message in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TemplateBenchmarks {
    private static final Pattern FIELD = Pattern.compile("%%([A-Z0-9_]+)%%");

    private final TemplateState state = new TemplateState();
    private final String percents = TemplateState.text("%%", "%%");
    private final String braces = TemplateState.text("\\${", "}");
    private final StringSubstitutor substitutor = new StringSubstitutor(state.values);
    private final com.samskivert.mustache.Template mustache =
            Mustache.compiler().escapeHTML(false).compile(TemplateState.text("{{", "}}"));

    /** Refuses to compare what differs. */
    @Setup
    public void check() {
        state.require(all -> ours());
        state.require(all -> commonsText());
        state.require(all -> jmustache());
        state.require(all -> regex());
    }

    /** A template parsed once. */
    @Benchmark
    public String ours() {
        return state.template.render(state.fields, state.rendering);
    }

    /** StringSubstitutor, which cannot parse once. */
    @Benchmark
    public String commonsText() {
        return substitutor.replace(braces);
    }

    /** A template compiled once. */
    @Benchmark
    public String jmustache() {
        return mustache.execute(state.values);
    }

    /** The loop of every second code base. */
    @Benchmark
    public String regex() {
        StringBuilder text = new StringBuilder();
        Matcher matcher = FIELD.matcher(percents);
        while (matcher.find()) {
            String value = state.values.getOrDefault(matcher.group(1), "");
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString();
    }
}
