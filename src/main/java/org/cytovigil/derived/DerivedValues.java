package org.cytovigil.derived;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.SitePolicy;

/** All derived values of a picture. A pure function of picture and policy. */
public final class DerivedValues {
    private DerivedValues() {}

    /**
     * The values in a fixed order, each of them even when it cannot be worked out; only the
     * norepinephrine equivalents are left out while no vasopressor runs.
     */
    // [impl->req~derived.values~1]
    public static List<DerivedValue> of(ClinicalPicture picture, SitePolicy policy) {
        List<DerivedValue> values = new ArrayList<>();
        KotaniEquivalent.of(picture, policy).ifPresent(values::add);
        VasstEquivalent.of(picture, policy).ifPresent(values::add);
        values.add(SaturationRatio.of(picture, policy));
        values.add(SaturationRatio.estimatedPressureRatio(picture, policy));
        values.add(RoxIndex.of(picture, policy));
        values.add(ShockIndex.of(picture, policy));
        values.add(Easix.of(picture, policy));
        values.add(Easix.modified(picture, policy));
        values.addAll(TocilizumabCounter.of(picture, policy).values(picture, policy));
        values.addAll(SteroidCounter.of(picture).values(picture, policy));
        values.add(News2.of(picture, policy));
        return List.copyOf(values);
    }
}
