package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedLabelsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2, 10, -1
                    10, 2, 1
                    2, 02, 0
                    A2, A10, -1
                    A 2b, A 2c, -1
                    A10, B2, -1
                    4, 4a, -1
                    '', 1, -1
                    1-2, 1-10, -1
                    9999999999999999999999, 10000000000000000000000, -1
                    0, 00, 0
                    0, 1, -1
                    """)
    void numbersCountAsNumbers(String one, String other, int order) {
        assertThat(Integer.signum(BedLabels.IN_ORDER.compare(one, other))).isEqualTo(order);
        assertThat(Integer.signum(BedLabels.IN_ORDER.compare(other, one))).isEqualTo(-order);
    }

    @Test
    void isATotalOrder() {
        Random random = new Random(3);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder label = new StringBuilder();
            for (int j = random.nextInt(5); j >= 0; j--) {
                label.append("A0129-".charAt(random.nextInt(6)));
            }
            labels.add(label.toString());
        }
        for (String one : labels) {
            for (String other : labels) {
                int order = Integer.signum(BedLabels.IN_ORDER.compare(one, other));
                assertThat(Integer.signum(BedLabels.IN_ORDER.compare(other, one)))
                        .isEqualTo(-order);
                for (String third : labels) {
                    if (order <= 0 && BedLabels.IN_ORDER.compare(other, third) <= 0) {
                        assertThat(BedLabels.IN_ORDER.compare(one, third))
                                .as("%s, %s, %s", one, other, third)
                                .isLessThanOrEqualTo(0);
                    }
                }
            }
        }
        Collections.shuffle(labels, random);
        labels.sort(BedLabels.IN_ORDER);
        assertThat(labels).isSortedAccordingTo(BedLabels.IN_ORDER);
    }
}
