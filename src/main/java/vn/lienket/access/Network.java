package vn.lienket.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Of an address, what its holder cannot choose freely: of IPv6 the first 64 bits, of IPv4 all. */
final class Network {

    private static final int CHOSEN_BY_PROVIDER = 8;

    private Network() {}

    static String of(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            // with a colon in it this is a literal and no name to look up; an IPv4 address in IPv6 becomes four bytes
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length > CHOSEN_BY_PROVIDER) {
                Arrays.fill(bytes, CHOSEN_BY_PROVIDER, bytes.length, (byte) 0);
            }
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
