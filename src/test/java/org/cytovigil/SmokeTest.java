package org.cytovigil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void x() {
        assertEquals(1, 1);
    }
}
