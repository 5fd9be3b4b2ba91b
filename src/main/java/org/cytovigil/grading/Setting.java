package org.cytovigil.grading;

/**
 * One decision that a site makes where the criteria are silent: its name in the policy file, what
 * it means, where its default comes from, and which values are permitted.
 *
 * @param <T> what it holds
 */
public final class Setting<T> {
    private final int place;
    private final String key;
    private final String meaning;
    private final String source;
    private final SettingType<T> type;
    private final T standard;

    Setting(int place, String key, SettingType<T> type, T standard, String meaning, String source) {
        this.place = place;
        this.key = key;
        this.type = type;
        this.standard = standard;
        this.meaning = meaning;
        this.source = source;
    }

    /** Where its value stands in a policy. */
    int place() {
        return place;
    }

    /** The name in the policy file, for instance "temperature.fresh". */
    public String key() {
        return key;
    }

    /** What the value means, in words fit to follow the value. */
    public String meaning() {
        return meaning;
    }

    /** Where the default comes from. */
    public String source() {
        return source;
    }

    public SettingType<T> type() {
        return type;
    }

    /** The default. */
    public T standard() {
        return standard;
    }

    @Override
    public String toString() {
        return key;
    }
}
