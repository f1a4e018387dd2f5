package dev.ticketkit.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results for programs: an array of medians in full precision. */
public final class ResultsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsJson() {}

    /** One result: a ratio above the goal is better. */
    @JsonPropertyOrder({"name", "ours", "peer", "unit", "ratio", "goal", "met"})
    record Line(String name, double ours, double peer, String unit, double ratio, double goal, boolean met) {}

    /** The array. */
    public static String of(List<Result> results) {
        return MAPPER.writeValueAsString(results.stream().map(ResultsJson::line).toList()) + "\n";
    }

    private static Line line(Result result) {
        return new Line(
                result.name(),
                result.ours().median(),
                result.peer().median(),
                result.unit(),
                result.ratio().median(),
                result.goal(),
                result.met());
    }
}
