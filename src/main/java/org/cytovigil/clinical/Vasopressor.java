package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Vasoactive drugs given as an infusion, with their RxNorm ingredient codes. */
public enum Vasopressor {
    NOREPINEPHRINE("norepinephrine", "NE", "7512", Role.VASOPRESSOR, DoseUnit.Quantity.MASS),
    EPINEPHRINE("epinephrine", "EPI", "3992", Role.VASOPRESSOR, DoseUnit.Quantity.MASS),
    PHENYLEPHRINE("phenylephrine", "PHE", "8163", Role.VASOPRESSOR, DoseUnit.Quantity.MASS),
    DOPAMINE("dopamine", "DOPA", "3628", Role.VASOPRESSOR, DoseUnit.Quantity.MASS),
    ANGIOTENSIN_II("angiotensin-ii", "ANG", "1999003", Role.VASOPRESSOR, DoseUnit.Quantity.MASS),
    METARAMINOL("metaraminol", "MET", "6805", Role.VASOPRESSOR, DoseUnit.Quantity.MASS),
    VASOPRESSIN("vasopressin", "VP", "11149", Role.VASOPRESSIN, DoseUnit.Quantity.UNITS),
    DOBUTAMINE("dobutamine", "DOBU", "3616", Role.INOTROPE, DoseUnit.Quantity.MASS),
    MILRINONE("milrinone", "MIL", "52769", Role.INOTROPE, DoseUnit.Quantity.MASS);

    /**
     * How the scales count a drug. Inotropes are charted and, unless the site says so, not counted.
     */
    public enum Role {
        VASOPRESSOR,
        VASOPRESSIN,
        INOTROPE
    }

    private static final Map<String, Vasopressor> OTHER_NAMES =
            Map.of(
                    "noradrenaline", NOREPINEPHRINE,
                    "levophed", NOREPINEPHRINE,
                    "adrenaline", EPINEPHRINE,
                    "neosynephrine", PHENYLEPHRINE,
                    "angiotensin", ANGIOTENSIN_II,
                    "angiotensin ii", ANGIOTENSIN_II,
                    "argipressin", VASOPRESSIN);

    private final String id;
    private final String shortName;
    private final String rxNorm;
    private final Role role;
    private final DoseUnit.Quantity quantity;

    Vasopressor(String id, String shortName, String rxNorm, Role role, DoseUnit.Quantity quantity) {
        this.id = id;
        this.shortName = shortName;
        this.rxNorm = rxNorm;
        this.role = role;
        this.quantity = quantity;
    }

    /**
     * The drug of that generic name, in American or British spelling.
     *
     * @return empty when the name is none of these drugs
     */
    public static Optional<Vasopressor> parse(String name) {
        String normal = name.strip().toLowerCase(Locale.ROOT);
        for (Vasopressor drug : values()) {
            if (drug.id.equals(normal)) {
                return Optional.of(drug);
            }
        }
        return Optional.ofNullable(OTHER_NAMES.get(normal));
    }

    /** The generic name in lower case, as in case files. */
    public String id() {
        return id;
    }

    /** The abbreviation used where room is short. */
    public String shortName() {
        return shortName;
    }

    public String rxNorm() {
        return rxNorm;
    }

    public Role role() {
        return role;
    }

    /** What doses of this drug are counted in; a dose of the other quantity is a mistake. */
    public DoseUnit.Quantity quantity() {
        return quantity;
    }
}
