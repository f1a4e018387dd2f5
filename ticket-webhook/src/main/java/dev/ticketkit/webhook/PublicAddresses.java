package dev.ticketkit.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet, by the special-purpose registries of IANA. Of IPv4 the reserved blocks are left out; of
 * IPv6 only global unicast is in, less what carries IPv4 inside: loopback, link-local, unique local, multicast, mapped and NAT64 are
 * none of it. Java turns an IPv4-mapped address into IPv4 by itself.
 */
final class PublicAddresses {
    private static final List<NetworkRange> RESERVED_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final NetworkRange GLOBAL_IPV6 = NetworkRange.parse("2000::/3");

    /** Protocol assignments with Teredo, documentation, 6to4, AS112, documentation again. */
    private static final List<NetworkRange> RESERVED_IPV6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.getAddress().length == 4) {
            return RESERVED_IPV4.stream().noneMatch(range -> range.contains(address));
        }
        return GLOBAL_IPV6.contains(address) && RESERVED_IPV6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<NetworkRange> ranges(String... texts) {
        return Stream.of(texts).map(NetworkRange::parse).toList();
    }
}
