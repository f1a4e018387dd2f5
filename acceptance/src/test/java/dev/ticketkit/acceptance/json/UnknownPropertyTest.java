package dev.ticketkit.acceptance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import dev.ticketkit.spi.storage.Receipt;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people write as JSON has no property that nobody knows, also when the host's mapper leaves such out: a slip of the pen would be
 * saved as something else. What a desk wrote may come from a newer one, and is read as the host's mapper reads it.
 */
@Tag("R27")
class UnknownPropertyTest {
    /** Written by a desk, or no more than a text. */
    private static final Set<Class<?>> OUTPUTS = outputs(
            Ticket.class,
            TicketEvent.class,
            FieldChange.class,
            Note.class,
            Cause.class,
            Actor.class,
            Status.class,
            Category.class,
            CategoryEntry.class,
            StatusEntry.class,
            PriorityEntry.class,
            Receipt.class,
            Page.class,
            Total.class,
            Reference.class,
            TicketId.class,
            TenantId.class);

    private static final com.fasterxml.jackson.databind.json.JsonMapper TWO =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private static final tools.jackson.databind.json.JsonMapper THREE = tools.jackson.databind.json.JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static Set<Class<?>> outputs(Class<?>... nouns) {
        Set<Class<?>> outputs = new LinkedHashSet<>(Arrays.asList(nouns));
        ResultValues.outputs()
                .map(Object::getClass)
                .filter(type -> !refuses(type))
                .forEach(outputs::add);
        return outputs;
    }

    static Stream<Object> inputs() {
        List<Object> inputs = new ArrayList<>(JsonValues.values()
                .filter(value -> !OUTPUTS.contains(value.getClass()))
                .toList());
        inputs.add(Fire.starter("order")
                .contact(new Contact("c", "C", null, null, null))
                .field("N", FieldValue.text("x"))
                .build());
        inputs.addAll(ResultValues.inputs().toList());
        inputs.addAll(List.of(new Contact("c", "C", null, null, null), new Party("o", "O"), FieldValue.text("x")));
        return inputs.stream();
    }

    /** The text with one more property, in each object of it in turn; the values of maps are nobody's properties. */
    private static List<String> withASlip(String json) {
        List<String> slips = new ArrayList<>();
        for (int at = json.indexOf('{'); at >= 0; at = json.indexOf('{', at + 1)) {
            boolean ofAMap = json.substring(0, at).matches("(?s).*\"(attributes|parameters|fields)\":");
            if (!ofAMap) {
                boolean empty = json.charAt(at + 1) == '}';
                slips.add(json.substring(0, at + 1) + "\"conditon\":{\"a\":[1]}" + (empty ? "" : ",")
                        + json.substring(at + 1));
                int end = endOf(json, at);
                slips.add(json.substring(0, end) + (empty ? "" : ",") + "\"conditon\":null" + json.substring(end));
            }
        }
        return slips;
    }

    private static int endOf(String json, int begin) {
        int depth = 0;
        boolean inText = false;
        for (int at = begin; ; at++) {
            char c = json.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                inText = !inText;
            } else if (!inText && c == '{') {
                depth++;
            } else if (!inText && c == '}' && --depth == 0) {
                return at;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isRefusedNamingItByLenientMappersToo(Object value) throws Exception {
        String json = TWO.writeValueAsString(value);
        assertThat(TWO.writeValueAsString(TWO.readValue(json, value.getClass())))
                .isEqualTo(json);
        assertThat(withASlip(json)).isNotEmpty().allSatisfy(slip -> {
            assertThat(catchThrowable(() -> TWO.readValue(slip, value.getClass())))
                    .as(slip)
                    .isInstanceOf(com.fasterxml.jackson.core.JacksonException.class)
                    .hasMessageContaining("conditon");
            assertThat(catchThrowable(() -> THREE.readValue(slip, value.getClass())))
                    .as(slip)
                    .isInstanceOf(tools.jackson.core.JacksonException.class)
                    .hasMessageContaining("conditon");
        });
    }

    @Test
    void automationWithoutItsConditionIsNotRead() {
        String json = AutomationJson.write(Automations.full()).replace("\"condition\":", "\"conditon\":");

        assertThatThrownBy(() -> THREE.readValue(json, Automation.class)).hasMessageContaining("conditon");
        assertThatThrownBy(() -> TWO.readValue(json, Automation.class)).hasMessageContaining("conditon");
        assertThatThrownBy(() -> AutomationJson.read(json))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("conditon")
                .hasMessageContaining("possible are");
        assertThat(AutomationJson.readStored(json.replace("conditon", "fromTheFuture"))
                        .id())
                .isEqualTo(Automations.full().id());
    }

    @ParameterizedTest
    @EnumSource(Jackson.class)
    void ofAQueryIsNotAListWithoutItsFilter(Jackson jackson) {
        assertThatThrownBy(() -> jackson.read("{\"statusses\":[\"open\"]}", TicketQuery.class))
                .hasMessageContaining("statusses");
    }

    /** A type that can be read from JSON some day is found here. */
    @Test
    void everyTypeThatIsReadIsOneOrTheOther() throws Exception {
        Set<Class<?>> read = new LinkedHashSet<>();
        for (Class<?> module : List.of(Ticket.class, Automation.class)) {
            for (Class<?> type : typesBeside(module)) {
                if (isReadFromJson(type)) {
                    read.add(type);
                }
            }
        }
        Set<Class<?>> tried = new LinkedHashSet<>(inputs().map(Object::getClass).toList());
        List<String> neither = read.stream()
                .filter(type -> !OUTPUTS.contains(type) && !refuses(type))
                .map(Class::getName)
                .toList();
        assertThat(neither).isEmpty();
        assertThat(read).contains(Automation.class, Fire.class, Contact.class).hasSizeGreaterThan(30);
        Set<String> untried = new TreeSet<>(read.stream()
                .filter(type -> !OUTPUTS.contains(type) && !tried.contains(type))
                .map(Class::getSimpleName)
                .toList());
        assertThat(untried).isSubsetOf("StatusFilter", "DeclaredField");
    }

    private static boolean isReadFromJson(Class<?> type) {
        boolean named = Command.class.isAssignableFrom(type)
                || Starter.class.isAssignableFrom(type)
                || Condition.class.isAssignableFrom(type)
                || Step.class.isAssignableFrom(type);
        boolean made = Stream.<AnnotatedElement>concat(
                        Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
                .anyMatch(element -> element.isAnnotationPresent(JsonCreator.class));
        boolean nested = type.getName().contains("$");
        return !type.isInterface() && !nested && (named || made);
    }

    private static boolean refuses(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonAnySetter.class));
    }

    private static List<Class<?>> typesBeside(Class<?> one) throws IOException, URISyntaxException {
        URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (place.getPath().endsWith(".jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
                return types(jar.getPath("/"));
            }
        }
        return types(Path.of(place));
    }

    private static List<Class<?>> types(Path root) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (!name.endsWith("-info")) {
                    try {
                        types.add(Class.forName(name, false, UnknownPropertyTest.class.getClassLoader()));
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(name, e);
                    }
                }
            }
        }
        return types;
    }
}
