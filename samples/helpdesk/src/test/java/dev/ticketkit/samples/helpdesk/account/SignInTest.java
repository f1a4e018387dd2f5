package dev.ticketkit.samples.helpdesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.samples.helpdesk.DeskPages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class SignInTest extends DeskPages {
    @Test
    void showsTheDemoAccounts() throws Exception {
        assertThat(text("", "/login")).contains("Marta Bianchi", "Sofía Navarro", "Amelia Clarke", "demo");
    }

    @Test
    void sendsEverybodyToTheirFirstPage() throws Exception {
        assertThat(page("anna", "/").getRedirectedUrl()).isEqualTo("/tickets");
        assertThat(page("bruno", "/").getRedirectedUrl()).isEqualTo("/phone");
        assertThat(page("", "/tickets").getRedirectedUrl()).endsWith("/login");
    }

    @Test
    void refusesWhatARoleMayNotSee() throws Exception {
        for (String account : List.of("anna", "sofia", "bruno")) {
            assertThat(page(account, "/settings").getStatus()).as(account).isEqualTo(403);
        }
        assertThat(page("bruno", "/tickets").getStatus()).isEqualTo(403);
        assertThat(page("anna", "/phone").getStatus()).isEqualTo(403);
    }

    @Test
    void saysWhatABrowserMayDoWithAPage() throws Exception {
        MockHttpServletResponse page = page("anna", "/tickets");

        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getContentAsString()).doesNotContain("onclick", "style=", "<script>");
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        assertThat(answer("anna", MockMvcRequestBuilders.post("/tickets/new")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void letsNobodyGuessPasswordsForLong() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(guess("wrong" + i)).isEqualTo("/login?error");
        }
        assertThat(guess("demo")).isEqualTo("/login?wait");
    }

    private String guess(String password) throws Exception {
        return send("", "/login", "username", "anna", "password", password).getRedirectedUrl();
    }

    @Test
    void keepsLanguageAndThemeInTheBrowser() throws Exception {
        MockHttpServletResponse answer =
                send("anna", "/preferences", "language", "it", "theme", "dark", "back", "/tickets?q=x");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/tickets?q=x");
        assertThat(answer.getHeaders(HttpHeaders.SET_COOKIE))
                .anyMatch(cookie -> cookie.startsWith("language=it"))
                .anyMatch(cookie -> cookie.startsWith("theme=dark"));
    }

    @Test
    void redirectsToNoOtherSite() throws Exception {
        for (String back : List.of("https://example.org", "//example.org", "/\\example.org")) {
            assertThat(send("anna", "/preferences", "back", back).getRedirectedUrl())
                    .isEqualTo("/");
        }
    }
}
