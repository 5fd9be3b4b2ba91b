package org.cytovigil.feed.hl7;

import java.net.InetAddress;

/**
 * IP addresses that share their first bits.
 *
 * @param network any address of the range
 * @param bits how many of its first bits count: 0 to 32, or 0 to 128 for IPv6
 */
public record AddressRange(InetAddress network, int bits) {
    /**
     * Checks the number of bits.
     *
     * @throws IllegalArgumentException when the address has fewer bits
     */
    public AddressRange {
        int most = network.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(
                    "%s has %d bits, not %d".formatted(network.getHostAddress(), most, bits));
        }
    }

    /**
     * Reads {@code 10.1.2.3}, {@code 10.1.0.0/16} or {@code fd00::/8}. Names of computers are not
     * looked up.
     *
     * @throws IllegalArgumentException with the reason when it is none of these
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        try {
            InetAddress network = InetAddress.ofLiteral(address);
            // Old forms such as 10.1 are accepted there, and meant by nobody here.
            if (address.indexOf(':') < 0 && address.split("\\.", -1).length != 4) {
                throw new IllegalArgumentException("four numbers are needed");
            }
            int bits =
                    slash < 0
                            ? network.getAddress().length * Byte.SIZE
                            : Integer.parseInt(text.substring(slash + 1));
            return new AddressRange(network, bits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"%s\" has no number of bits after the slash".formatted(text), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no IP address or range of them, such as 10.1.0.0/16: %s"
                            .formatted(text, e.getMessage()),
                    e);
        }
    }

    /** Whether the address is in the range; one of the other IP version never is. */
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
    }

    /** As it is read: {@code 10.1.0.0/16}. */
    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
