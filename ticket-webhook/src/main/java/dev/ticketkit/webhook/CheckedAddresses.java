package dev.ticketkit.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks a host up once and lets pass only addresses one may connect to. Who connects uses these, and never the name again. */
final class CheckedAddresses {
    private final NameService names;
    private final List<NetworkRange> allowed;

    CheckedAddresses(NameService names, List<NetworkRange> allowed) {
        this.names = names;
        this.allowed = List.copyOf(allowed);
    }

    /**
     * The addresses of a host.
     *
     * @throws RefusedAddressException if any of them is neither public nor allowed: who mixes them is up to something
     */
    List<InetAddress> of(String host, Deadline deadline) throws IOException {
        List<InetAddress> addresses = List.of(lookUp(host, deadline));
        for (InetAddress each : addresses) {
            if (!PublicAddresses.contain(each) && allowed.stream().noneMatch(range -> range.contains(each))) {
                throw new RefusedAddressException(each);
            }
        }
        return addresses;
    }

    /** On a thread of its own: the system's name service knows no limit of time and no interruption. */
    private InetAddress[] lookUp(String host, Deadline deadline) throws IOException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> names.addressesOf(host));
        Thread thread = new Thread(lookUp, "ticketkit-webhook-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookUp.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException("the host could not be looked up");
            unknown.initCause(e.getCause());
            throw unknown;
        } catch (TimeoutException e) {
            throw deadline.exceeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the host was looked up", e);
        }
    }

    /** An address that is not connected to. */
    static final class RefusedAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(InetAddress address) {
            super("its address " + address.getHostAddress()
                    + " is not public; if it is meant, call allowNetwork with its network");
        }
    }
}
