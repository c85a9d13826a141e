package vn.lienket.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** One sender's address. */
public final class NetworkAddress {

    private static final Pattern LITERAL = Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(%[^\\]]*)?]?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int PREFIX_BYTES = 8;
    private static final int LONGEST = 64;

    private NetworkAddress() {}

    static boolean isThisMachine(String address) {
        return address != null
                && (address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1"));
    }

    /** What stands for a sender's neighbourhood, whose addresses one attacker may well have together: the /24 of his IPv4 address. */
    static String network(String address) {
        String key = key(address);
        return IPV4.matcher(key).matches() ? key.substring(0, key.lastIndexOf('.')) : key;
    }

    /** What stands for a sender: his IPv4 address, or the /64 network of his IPv6 address, within which he may take any other. */
    public static String key(String address) {
        if (address == null) {
            return "-";
        }
        var literal = LITERAL.matcher(address);
        if (literal.matches()) {
            try {
                byte[] bytes = InetAddress.getByName(literal.group(1)).getAddress();
                return bytes.length == 4
                        ? InetAddress.getByAddress(bytes).getHostAddress()
                        : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES));
            } catch (UnknownHostException notAnAddress) {
                // taken as it is
            }
        }
        return address.length() > LONGEST ? address.substring(0, LONGEST) : address;
    }
}
