package dev.ticketkit.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The addresses that begin with the same bits, written as {@code 10.0.0.0/8}. */
final class NetworkRange {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,8}");

    private final byte[] network;
    private final int bits;

    private NetworkRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException if it is not an address, a slash and a number of bits
     */
    static NetworkRange parse(String text) {
        int slash = text.indexOf('/');
        try {
            byte[] network = literal(text.substring(0, Math.max(slash, 0)));
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= network.length * 8) {
                return new NetworkRange(network, bits);
            }
        } catch (NumberFormatException | UnknownHostException e) {
            throw new IllegalArgumentException(problem(text), e);
        }
        throw new IllegalArgumentException(problem(text));
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((bytes[bit / 8] ^ network[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Only what cannot be a name: a name would be looked up. */
    private static byte[] literal(String text) throws UnknownHostException {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new UnknownHostException("not an address");
        }
        return InetAddress.getByName(text).getAddress();
    }

    private static String problem(String text) {
        return "\"" + text + "\" is not a network such as 10.0.0.0/8 or fd00::/8";
    }
}
