package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    10.1.2.3,     10.1.2.3,        true
                    10.1.2.3,     10.1.2.4,        false
                    10.1.0.0/16,  10.1.255.255,    true
                    10.1.0.0/16,  10.2.0.0,        false
                    10.1.7.9/16,  10.1.0.1,        true
                    10.0.0.0/9,   10.127.0.1,      true
                    10.0.0.0/9,   10.128.0.1,      false
                    0.0.0.0/0,    203.0.113.9,     true
                    0.0.0.0/0,    ::1,             false
                    fd00::/8,     fdff::1,         true
                    fd00::/8,     fe00::1,         false
                    ::1,          ::1,             true
                    192.0.2.0/31, 192.0.2.1,       true
                    192.0.2.0/31, 192.0.2.2,       false
                    ::ffff:192.0.2.1, 192.0.2.1,   true
                    """)
    void aRangeHoldsTheAddressesWithItsFirstBits(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.1.2",
                "monitor.example",
                "10.1.2.3/",
                "10.1.2.3/33",
                "10.1.2.3/-1",
                "::1/129",
                "10.1.2.3/8/8",
                "10.1.2.256"
            })
    void whatIsNoRangeIsRefusedWithoutLookingUpNames(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
