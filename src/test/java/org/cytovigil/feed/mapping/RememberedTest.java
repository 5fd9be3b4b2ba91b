package org.cytovigil.feed.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered<String, Integer> lengths = new Remembered<>();
    private final List<String> asked = new ArrayList<>();

    private int length(String text) {
        return lengths.get(
                text,
                text.length(),
                question -> {
                    asked.add(question);
                    return question.length();
                });
    }

    @Test
    void anAnswerIsWorkedOutOnce() {
        assertThat(length("pulse")).isEqualTo(5);
        assertThat(length("spo2")).isEqualTo(4);
        assertThat(length("pulse")).isEqualTo(5);
        assertThat(asked).containsExactly("pulse", "spo2");
    }

    @Test
    void whateverIsAskedItStaysSmall() {
        for (int i = 0; i < 3 * Remembered.MOST; i++) {
            assertThat(length("name " + i)).isEqualTo(("name " + i).length());
            assertThat(lengths.size()).isLessThanOrEqualTo(Remembered.MOST);
        }
    }

    @Test
    void aLongQuestionIsAnsweredAndNotKept() {
        String longest = "x".repeat(Remembered.LONGEST);
        assertThat(length(longest)).isEqualTo(500);
        assertThat(lengths.size()).isOne();
        assertThat(length(longest + "x")).isEqualTo(501);
        assertThat(lengths.size()).isOne();
    }
}
