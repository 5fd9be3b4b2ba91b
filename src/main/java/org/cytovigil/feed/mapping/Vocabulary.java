package org.cytovigil.feed.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of one kind, each with what it stands for; the first that fits holds. */
final class Vocabulary {
    private final Map<String, String> codes = new HashMap<>();
    private final List<Word> words = new ArrayList<>();

    private record Word(Row.Names names, String meaning) {}

    /** Adds words; one that is there already keeps what it stands for. */
    void add(List<String> added, Row.Names names, String meaning) {
        added.forEach(code -> codes.putIfAbsent(code.toUpperCase(Locale.ROOT), meaning));
        if (!names.patterns().isEmpty()) {
            words.add(new Word(names, meaning));
        }
    }

    /** What a word stands for; empty when it is not one of these. */
    Optional<String> meaning(String word) {
        String coded = codes.get(word.strip().toUpperCase(Locale.ROOT));
        if (coded != null) {
            return Optional.of(coded);
        }
        return named(word);
    }

    /** What a name stands for, codes apart; empty when it is not one of these. */
    Optional<String> named(String name) {
        return words.stream().filter(one -> one.names().match(name)).map(Word::meaning).findFirst();
    }

    boolean contains(String word) {
        return meaning(word).isPresent();
    }
}
