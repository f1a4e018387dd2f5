package dev.ticketkit.samples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.AutomationJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing an integrator pastes must compile and do what it says. */
class ReadmeTest {
    private static final Path README = Path.of("../../README.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    /** What the Spring test has besides the snippet. */
    private static final String SPRING_IMPORTS = """
            import dev.ticketkit.core.command.*;
            import dev.ticketkit.spi.model.*;
            import org.h2.jdbcx.JdbcDataSource;
            import org.springframework.jdbc.datasource.DataSourceTransactionManager;
            import org.springframework.transaction.support.TransactionTemplate;
            """;

    @Test
    void quickstartCompilesAndRuns(@TempDir Path classes) throws Exception {
        compile(program("Quickstart", imports(quickstart()), quickstart()), "Quickstart", classes);

        String printed = run("Quickstart", classes);

        assertThat(printed).startsWith("T-000001 has 3 events").contains("Logistics");
    }

    @Test
    void automationCompilesAndRunsAndIsTheSameAsJson(@TempDir Path classes) throws Exception {
        String code = blocks(JAVA).get(1) + "System.out.println(AutomationJson.write(late));\n";
        compile(program("Automations", imports(code), code), "Automations", classes);

        List<String> printed = run("Automations", classes).lines().toList();

        assertThat(printed).hasSize(4);
        assertThat(printed.get(0)).contains("title=Order 4711 is late", "sendMessage");
        assertThat(printed.get(1)).isEqualTo("To Bruno Verdi: We are looking for your order 4711, see T-000001.");
        assertThat(printed.get(2)).contains("automation=late-order", "state=DONE", "stepsDone=2");
        assertThat(printed.get(3))
                .isEqualTo(AutomationJson.write(AutomationJson.read(blocks(JSON).get(0))));
    }

    @Test
    void inTheHostsTransactionItRollsBackAndOutsideItCommits(@TempDir Path classes) throws Exception {
        String code = """
                JdbcDataSource database = new JdbcDataSource();
                database.setURL("jdbc:h2:mem:spring;DB_CLOSE_DELAY=-1");
                TicketSchema.create(database);
                """ + blocks(JAVA).get(3) + """
                ActorDesk anna = desk.as("acme", Actor.operator("anna", "Anna Rossi"));
                OpenTicket open = OpenTicket.builder().title("Late").contact(Contact.of("c-1", "Bruno")).build();
                new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
                    System.out.println(anna.open(open).ticket().reference());
                    status.setRollbackOnly();
                });
                System.out.println(anna.open(open).ticket().reference());
                System.out.println(anna.list(dev.ticketkit.spi.query.TicketQuery.builder().build()).items().size());
                """;
        compile(program("Spring", imports(code) + SPRING_IMPORTS, code), "Spring", classes);

        assertThat(run("Spring", classes).lines()).containsExactly("T-000001", "T-000001", "1");
    }

    @Test
    void firstScreenHoldsTheQuickstartAndTheTwoCommands() throws IOException {
        List<String> lines = Files.readAllLines(README);
        String screen = String.join("\n", lines.subList(0, 60));

        assertThat(screen).contains("mvn -q -Pdemo", "mvn -B verify", "TicketSchema", "joining", "contract tests");
        assertThat(quickstart().lines().filter(line -> !line.isBlank())).hasSizeBetween(8, 16);
    }

    private static String quickstart() throws IOException {
        return blocks(JAVA).get(0);
    }

    private static List<String> blocks(Pattern language) throws IOException {
        return language.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Those that a snippet names in its comments: a reader has no others. */
    private static String imports(String code) {
        return code.lines()
                .filter(line -> line.startsWith("// import "))
                .map(line -> line.substring("// ".length()) + "\n")
                .collect(Collectors.joining());
    }

    private static String program(String name, String imports, String code) {
        return imports + "public class " + name + " { public static void main(String[] a) {\n" + code + "}}";
    }

    static void compile(String code, String name, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return code;
                    }
                };
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(problems, files, null, options, null, List.of(source))
                    .call();
            assertThat(compiled).as(problems.toString()).isTrue();
        }
    }

    private static String run(String name, Path classes) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ReadmeTest.class.getClassLoader());
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
