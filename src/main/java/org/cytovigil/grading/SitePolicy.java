package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.PlausibleLimits;
import org.cytovigil.clinical.ScaleId;

/**
 * What a site decides where the criteria are silent: a value for each of {@link Settings}, and a
 * version that names this set of decisions and is kept with every assessment. Immutable.
 */
public final class SitePolicy {
    /** The defaults of the policy page. */
    public static final SitePolicy DEFAULT =
            new SitePolicy("default-1", Settings.all().stream().map(Setting::standard).toArray());

    private final String version;
    private final Object[] values;
    private final Plausibility plausibility;

    private SitePolicy(String version, Object[] values) {
        this.version = version;
        this.values = values;
        this.plausibility = new Plausibility(limits());
    }

    /**
     * The defaults with other values for some settings.
     *
     * @param version names this set of decisions; not blank
     * @param changed values by setting, each as {@link SettingType#read} takes it
     * @throws IllegalArgumentException with the key and the reason when a value is not permitted
     * @throws PolicyConflictException when values are permitted and do not go together
     */
    public static SitePolicy of(String version, Map<Setting<?>, String> changed) {
        if (version.isBlank()) {
            throw new IllegalArgumentException("version: it must name this set of decisions");
        }
        Object[] values = DEFAULT.values.clone();
        changed.forEach(
                (setting, text) -> {
                    try {
                        values[setting.place()] = setting.type().read(text);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(
                                setting.key() + ": " + e.getMessage(), e);
                    }
                });
        SitePolicy policy = new SitePolicy(version, values);
        PolicyConsistency.check(policy);
        return policy;
    }

    /** Names this set of decisions. */
    public String version() {
        return version;
    }

    /** What the site decided on a setting. */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) values[setting.place()];
    }

    /** The scale that grades and alarms of the unit go by. */
    public ScaleId scale() {
        return get(Settings.UNIT_SCALE);
    }

    /** The scale that the unit shows beside it; always another one. */
    public ScaleId secondScale() {
        ScaleId second = get(Settings.SECOND_SCALE);
        if (second != scale()) {
            return second;
        }
        return second == ScaleId.ASTCT_2019 ? ScaleId.LEE_2014 : ScaleId.ASTCT_2019;
    }

    /** The value of a setting as a policy file has it, without quotation marks. */
    public <T> String text(Setting<T> setting) {
        return setting.type().write(get(setting));
    }

    /** The settings whose values are not the defaults, in the order of {@link Settings#all}. */
    public List<Setting<?>> changed() {
        return differing(DEFAULT);
    }

    /** The settings on which two policies differ, in the order of {@link Settings#all}. */
    public List<Setting<?>> differing(SitePolicy other) {
        List<Setting<?>> differing = new ArrayList<>();
        for (Setting<?> setting : Settings.all()) {
            if (!get(setting).equals(other.get(setting))) {
                differing.add(setting);
            }
        }
        return differing;
    }

    /** These decisions but for one, which has its default; for comparing, not for use at a site. */
    SitePolicy withDefault(Setting<?> setting) {
        Object[] other = values.clone();
        other[setting.place()] = setting.standard();
        return new SitePolicy(version, other);
    }

    /** What cannot be a measurement, with this site's limits. */
    public Plausibility plausibility() {
        return plausibility;
    }

    private PlausibleLimits limits() {
        return new PlausibleLimits(
                get(Settings.TEMPERATURE_FROM),
                get(Settings.TEMPERATURE_TO),
                get(Settings.FAHRENHEIT_FROM),
                get(Settings.FAHRENHEIT_TO),
                get(Settings.SYSTOLIC_FROM).mmHg(),
                get(Settings.SYSTOLIC_TO).mmHg(),
                get(Settings.DIASTOLIC_FROM).mmHg(),
                get(Settings.DIASTOLIC_TO).mmHg(),
                get(Settings.MEAN_FROM).mmHg(),
                get(Settings.MEAN_TO).mmHg(),
                get(Settings.SATURATION_FROM),
                get(Settings.SATURATION_TO),
                get(Settings.FRACTION_FROM).fraction(),
                get(Settings.FLOW_TO).litresPerMinute(),
                get(Settings.CATECHOLAMINE_TO).amount(),
                get(Settings.HEAVIEST).kilograms());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SitePolicy policy
                && version.equals(policy.version)
                && Arrays.equals(values, policy.values);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return version;
    }
}
