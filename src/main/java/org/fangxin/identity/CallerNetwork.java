package org.fangxin.identity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What counts as one address where a limit is kept for each address. A household or a rented machine has 2<sup>64</sup>
 * addresses of the sixth version: its network of 64 bits is one.
 */
public final class CallerNetwork {
    private static final int NETWORK_BYTES = 8;
    private static final int V4_BEGINS = 12;
    /** Behind it stand addresses of the fourth version as a translator writes them (RFC 6052). */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private CallerNetwork() {}

    /** @param address as the request has it; what is no address stands for itself */
    public static String of(String address) {
        InetAddress read;
        try {
            read = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
        byte[] bytes = read.getAddress();
        if (read instanceof Inet4Address) {
            return v4(bytes, 0);
        }
        return Arrays.equals(bytes, 0, V4_BEGINS, TRANSLATED, 0, V4_BEGINS)
                ? v4(bytes, V4_BEGINS)
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64";
    }

    private static String v4(byte[] bytes, int from) {
        return "%d.%d.%d.%d"
                .formatted(
                        Byte.toUnsignedInt(bytes[from]),
                        Byte.toUnsignedInt(bytes[from + 1]),
                        Byte.toUnsignedInt(bytes[from + 2]),
                        Byte.toUnsignedInt(bytes[from + 3]));
    }
}
