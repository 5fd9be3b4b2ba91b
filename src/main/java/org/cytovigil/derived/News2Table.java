package org.cytovigil.derived;

import org.cytovigil.clinical.Temperature;

/**
 * The points of NEWS2 (Royal College of Physicians 2017, chart 1). The chart has whole numbers, so
 * that rates, saturation and pressure are rounded to them; the temperature, in tenths there, is
 * compared exactly.
 */
final class News2Table {
    private static final Temperature TO_35_0 = Temperature.ofCelsius(35.0);
    private static final Temperature TO_36_0 = Temperature.ofCelsius(36.0);
    private static final Temperature TO_38_0 = Temperature.ofCelsius(38.0);
    private static final Temperature TO_39_0 = Temperature.ofCelsius(39.0);

    private News2Table() {}

    static int respiratoryRate(double perMinute) {
        long rate = Math.round(perMinute);
        if (rate <= 8) {
            return 3;
        }
        if (rate <= 11) {
            return 1;
        }
        if (rate <= 20) {
            return 0;
        }
        return rate <= 24 ? 2 : 3;
    }

    /** SpO2 scale 1. */
    static int saturation(double percent) {
        long saturation = Math.round(percent);
        if (saturation <= 91) {
            return 3;
        }
        if (saturation <= 93) {
            return 2;
        }
        return saturation <= 95 ? 1 : 0;
    }

    static int systolic(double mmHg) {
        long pressure = Math.round(mmHg);
        if (pressure <= 90) {
            return 3;
        }
        if (pressure <= 100) {
            return 2;
        }
        if (pressure <= 110) {
            return 1;
        }
        return pressure <= 219 ? 0 : 3;
    }

    static int pulse(double perMinute) {
        long pulse = Math.round(perMinute);
        if (pulse <= 40) {
            return 3;
        }
        if (pulse <= 50) {
            return 1;
        }
        if (pulse <= 90) {
            return 0;
        }
        if (pulse <= 110) {
            return 1;
        }
        return pulse <= 130 ? 2 : 3;
    }

    static int temperature(Temperature temperature) {
        if (temperature.compareTo(TO_35_0) <= 0) {
            return 3;
        }
        if (temperature.compareTo(TO_36_0) <= 0) {
            return 1;
        }
        if (temperature.compareTo(TO_38_0) <= 0) {
            return 0;
        }
        return temperature.compareTo(TO_39_0) <= 0 ? 1 : 2;
    }
}
