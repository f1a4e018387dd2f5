package dev.ticketkit.spring.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spring.fixture.OwnClasses;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page on plain Java says of Hibernate ORM beside the validator that comes with the desk, each with just those jars. */
@Tag("B6")
class JpaHostTest {
    private static final String LANGUAGE = "tomcat-embed-el";
    private static final String AUTO = "auto";
    private static final String OPENED = "T-000001";

    @Test
    void doesNotStartWithoutAnExpressionLanguage() throws Exception {
        assertThat(start(AUTO, false, LANGUAGE))
                .startsWith("HV000183: Unable to initialize 'jakarta.el.ExpressionFactory'");
    }

    @Test
    void startsWithAnExpressionLanguage() throws Exception {
        assertThat(start(AUTO, false)).isEqualTo(OPENED);
    }

    @Test
    void startsWithoutOneWhereItsEntitiesAreNotValidated() throws Exception {
        assertThat(start("none", false, LANGUAGE)).isEqualTo(OPENED);
    }

    @Test
    void startsWithoutTheProviderWhereTheDeskHasAValidatorOfTheHosts() throws Exception {
        assertThat(start(AUTO, true, LANGUAGE, "hibernate-validator")).isEqualTo(OPENED);
    }

    private static String start(String validationMode, boolean validates, String... without) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader host = OwnClasses.without(without)) {
            thread.setContextClassLoader(host);
            return (String) host.loadClass(JpaHost.class.getName())
                    .getMethod("start", String.class, boolean.class)
                    .invoke(null, validationMode, validates);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
