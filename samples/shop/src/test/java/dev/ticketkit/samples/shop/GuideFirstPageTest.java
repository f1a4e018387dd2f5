package dev.ticketkit.samples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Reference;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** The first page of the guide on Spring Boot does what it says; {@code .ci/first-ticket} tries it in an empty folder. */
@Tag("B6")
class GuideFirstPageTest {
    private static final Path GUIDE = Path.of("../../docs/guide/spring.md");
    private static final String APPLICATION = "src/main/java/com/example/demo/DemoApplication.java";

    private static String block(String name) throws Exception {
        Matcher block = Pattern.compile("\n`" + Pattern.quote(name) + "`.*?\n```[a-z]*\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void namesTheVersionsOfThisBuild() throws Exception {
        String build = Files.readString(Path.of("../../pom.xml"));
        String page = block("pom.xml");

        assertThat(version(page, "spring-boot-starter-parent</artifactId>\\s*<version>"))
                .isEqualTo(version(build, "<spring-boot.version>"));
        assertThat(version(page, "ticket-spring-boot-starter</artifactId>\\s*<version>"))
                .isEqualTo(version(build, "ticketkit-parent</artifactId>\\s*<version>"));
    }

    private static String version(String pom, String before) {
        Matcher version = Pattern.compile(before + "([^<]*)").matcher(pom);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void opensAFirstTicketWithOneProperty(@TempDir Path folder) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(block("src/main/resources/application.properties")));
        assertThat(properties).hasSize(1);
        try (URLClassLoader loader = compiled(folder);
                ConfigurableApplicationContext demo = start(loader, properties)) {
            TicketDesk desk = demo.getBean(TicketDesk.class);

            assertThat(block("mvn -q spring-boot:run")).contains("Opened T-000001");
            assertThat(desk.as("acme", Actor.operator("anna", "Anna Rossi"))
                            .ticket(new Reference("T-000001"))
                            .get()
                            .title())
                    .isEqualTo("Late: 4711");
        }
    }

    private static URLClassLoader compiled(Path folder) throws Exception {
        Path source = folder.resolve("DemoApplication.java");
        Files.writeString(source, block(APPLICATION));
        String[] options = {
            "-parameters",
            "-proc:none",
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            source.toString()
        };
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options))
                .isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, GuideFirstPageTest.class.getClassLoader());
    }

    private static ConfigurableApplicationContext start(ClassLoader loader, Properties properties) throws Exception {
        SpringApplication application = new SpringApplication(
                new DefaultResourceLoader(loader), loader.loadClass("com.example.demo.DemoApplication"));
        return application.run(
                "--spring.config.location=optional:file:none/",
                "--spring.main.web-application-type=none",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error",
                "--ticketkit.schema.mode=" + properties.getProperty("ticketkit.schema.mode"));
    }
}
