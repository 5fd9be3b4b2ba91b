package org.cytovigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Receipts of earlier versions are known again: the digest is the one of FIPS 180-4. */
class Sha256Test {
    @Test
    void theDigestIsThatOfThePublishedExample() {
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
