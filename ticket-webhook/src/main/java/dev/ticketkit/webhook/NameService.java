package dev.ticketkit.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. May block for as long as the system's does. */
@FunctionalInterface
interface NameService {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
}
