package dev.ticketkit.acceptance.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host may leave out of the desk's dependencies, and what it is told when it left out too much; each in a JVM of its own. */
class RuntimeClassPathTest {
    private static final String VALIDATOR = "org.hibernate.validator:hibernate-validator";
    private static final String[] PROVIDER = {VALIDATOR, "org.jboss.logging:jboss-logging", "com.fasterxml:classmate"};
    private static final String[] JACKSON = {"tools.jackson.core:jackson-databind", "tools.jackson.core:jackson-core"};

    /** The provider's own messages want an expression language; those of the desk do not. */
    @Test
    void worksAsResolvedWhereTheProviderHasNoExpressionLanguage() throws Exception {
        RuntimeClassPath resolved = RuntimeClassPath.ofCore();

        List<String> said = said(resolved);

        assertThat(resolved.names()).contains(VALIDATOR).noneMatch(name -> name.matches(".*(\\bel\\b|expressly).*"));
        assertThat(said)
                .contains("opened: yes", "bad: yes", "listed: 2", "desk: used")
                .contains("long: title: must have between 1 and 256 characters and must not be blank when required")
                .anyMatch(line -> line.startsWith("automation: {"))
                .anyMatch(line -> line.startsWith("default factory: HV000183"));
    }

    @Test
    void worksWithTheHostsValidatorWhereThereIsNoProvider() throws Exception {
        List<String> said = said(RuntimeClassPath.ofCore().without(PROVIDER), EmbeddingHost.OWN_VALIDATOR);

        assertThat(said)
                .contains("opened: yes", "bad: title: not in this house", "desk: used")
                .anyMatch(line -> line.startsWith("default factory: Unable to create a Configuration"))
                .anyMatch(line -> line.startsWith("automation: {"));
    }

    @Test
    void worksWithTheHostsValidatorBesideAProvider() throws Exception {
        assertThat(said(RuntimeClassPath.ofCore(), EmbeddingHost.OWN_VALIDATOR))
                .contains("opened: yes", "bad: title: not in this house", "desk: used");
    }

    @Test
    void saysWhatToAddWhereThereIsNeitherValidatorNorProvider() throws Exception {
        assertThat(said(RuntimeClassPath.ofCore().without(PROVIDER)))
                .contains("desk: no Jakarta Validation provider found: add " + VALIDATOR
                        + ", or give the desk's builder your own validator")
                .noneMatch(line -> line.startsWith("opened"));
    }

    @Test
    void worksWithoutJacksonAndSaysWhatAutomationsNeed() throws Exception {
        List<String> said = said(RuntimeClassPath.ofCore().without(JACKSON));

        assertThat(said)
                .contains("opened: yes", "listed: 2", "desk: used")
                .anyMatch(line -> line.startsWith("automation: ") && line.contains(JACKSON[0]));
    }

    /** Annotations that cannot be found are none. */
    @Test
    void worksWithoutTheAnnotationsOfJackson() throws Exception {
        RuntimeClassPath bare = RuntimeClassPath.ofCore()
                .without(JACKSON)
                .without("com.fasterxml.jackson.core:jackson-annotations", "org.jspecify:jspecify");

        assertThat(said(bare)).contains("opened: yes", "listed: 2", "desk: used");
    }

    @Test
    void worksWhereNobodyProvidesALog() throws Exception {
        RuntimeClassPath resolved = RuntimeClassPath.ofCore();

        List<String> said = said(resolved);

        assertThat(resolved.names()).contains("org.slf4j:slf4j-api").noneMatch(name -> name.contains("slf4j-simple"));
        assertThat(said)
                .contains("opened: yes", "desk: used")
                .anyMatch(line -> line.contains("No SLF4J providers were found"));
    }

    /** The least that a desk with the host's own validator runs with. */
    @Test
    void worksWithTwoApisAndNothingElse() throws Exception {
        RuntimeClassPath least = RuntimeClassPath.ofCore()
                .without(PROVIDER)
                .without(JACKSON)
                .without("com.fasterxml.jackson.core:jackson-annotations", "org.jspecify:jspecify");

        assertThat(least.names())
                .containsExactly(
                        "dev.ticketkit:ticket-spi", "jakarta.validation:jakarta.validation-api", "org.slf4j:slf4j-api");
        assertThat(said(least, EmbeddingHost.OWN_VALIDATOR)).contains("opened: yes", "listed: 2", "desk: used");
    }

    private static List<String> said(RuntimeClassPath classPath, String... arguments)
            throws IOException, InterruptedException {
        return HostJvm.said(EmbeddingHost.class, classPath.ofHost(), arguments);
    }
}
