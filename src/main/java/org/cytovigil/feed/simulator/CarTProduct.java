package org.cytovigil.feed.simulator;

/**
 * CAR-T products with the published kinetics of their cytokine release syndrome: day of onset
 * (median and range) and duration in days (median). Day n is the n-th period of 24 h after the
 * infusion, the first being day 0.
 */
public enum CarTProduct {
    /** ZUMA-1, large B-cell lymphoma: onset day 2 (1-12), 7 days. */
    AXI_CEL("axi-cel", 2, 1, 12, 7),
    /**
     * Pooled paediatric and young adult leukaemia trials, 108 patients with CRS: onset day 3
     * (1-22), 8 days.
     */
    TISA_CEL("tisa-cel", 3, 1, 22, 8),
    /** TRANSCEND, large B-cell lymphoma: onset day 5 (1-14), 5 days. */
    LISO_CEL("liso-cel", 5, 1, 14, 5),
    /** ZUMA-2, mantle cell lymphoma: onset day 2 (1-13), 11 days. */
    BREXU_CEL("brexu-cel", 2, 1, 13, 11),
    /** KarMMa, multiple myeloma: onset day 1 (1-12), 5 days. */
    IDE_CEL("ide-cel", 1, 1, 12, 5),
    /** CARTITUDE-1, multiple myeloma: onset day 7 (1-12), 4 days. */
    CILTA_CEL("cilta-cel", 7, 1, 12, 4),
    /** FELIX, adult leukaemia: onset day 8 (1-23), 5 days. */
    OBE_CEL("obe-cel", 8, 1, 23, 5);

    private final String label;
    private final int medianOnsetDay;
    private final int firstOnsetDay;
    private final int lastOnsetDay;
    private final int medianDurationDays;

    CarTProduct(
            String label,
            int medianOnsetDay,
            int firstOnsetDay,
            int lastOnsetDay,
            int medianDurationDays) {
        this.label = label;
        this.medianOnsetDay = medianOnsetDay;
        this.firstOnsetDay = firstOnsetDay;
        this.lastOnsetDay = lastOnsetDay;
        this.medianDurationDays = medianDurationDays;
    }

    /** The name under which the product is charted, for instance "axi-cel". */
    public String label() {
        return label;
    }

    public int medianOnsetDay() {
        return medianOnsetDay;
    }

    /** The earliest published day of onset. */
    public int firstOnsetDay() {
        return firstOnsetDay;
    }

    /** The latest published day of onset. */
    public int lastOnsetDay() {
        return lastOnsetDay;
    }

    public int medianDurationDays() {
        return medianDurationDays;
    }
}
