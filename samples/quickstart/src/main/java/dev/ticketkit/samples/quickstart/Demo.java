package dev.ticketkit.samples.quickstart;

/** Holds the build open until the real demo arrives. */
public final class Demo {
    private Demo() {}

    public static void main(String[] args) {
        System.out.println("Ticketkit");
    }
}
