package dev.ticketkit.samples.helpdesk.page;

import java.util.Arrays;

/** The way back that a form sends along. */
public final class Back {
    private Back() {}

    /**
     * A redirect to a page of this application, and to no address of another.
     *
     * @param sent what the form says
     * @param otherwise where to go when that is none of these pages
     * @param beginnings of the addresses that may be gone to
     */
    public static String to(String sent, String otherwise, String... beginnings) {
        return "redirect:" + address(sent, otherwise, beginnings);
    }

    /** The same address, for a link. */
    public static String address(String sent, String otherwise, String... beginnings) {
        boolean known = Arrays.stream(beginnings).anyMatch(sent::startsWith);
        return known && isAddress(sent) ? sent : otherwise;
    }

    /** Without what another server, a second line or a template of an address could be made of. */
    private static boolean isAddress(String sent) {
        return sent.startsWith("/")
                && !sent.startsWith("//")
                && sent.chars()
                        .noneMatch(each -> each <= ' ' || each > '~' || each == '\\' || each == '{' || each == '}');
    }
}
