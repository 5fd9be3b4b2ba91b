package org.cytovigil.clinical;

/**
 * The limits outside which a value is no measurement, both ends included (Clinical basis section
 * 1).
 *
 * @param temperatureFrom the lowest body temperature
 * @param temperatureTo the highest body temperature
 * @param fahrenheitFrom from here a temperature without a unit was written in °F
 * @param fahrenheitTo up to here a temperature without a unit was written in °F
 * @param systolicFrom the lowest systolic pressure, mmHg
 * @param systolicTo the highest systolic pressure, mmHg
 * @param diastolicFrom the lowest diastolic pressure, mmHg
 * @param diastolicTo the highest diastolic pressure, mmHg
 * @param meanFrom the lowest mean pressure, mmHg
 * @param meanTo the highest mean pressure, mmHg
 * @param saturationFrom the lowest saturation, per cent
 * @param saturationTo the highest saturation, per cent
 * @param fractionFrom the lowest fraction of inspired oxygen
 * @param flowTo the highest oxygen flow, L/min
 * @param catecholamineTo the highest dose of norepinephrine and epinephrine, ug/kg/min
 * @param heaviestKilograms the heaviest patient an absolute dose is held against
 */
public record PlausibleLimits(
        Temperature temperatureFrom,
        Temperature temperatureTo,
        double fahrenheitFrom,
        double fahrenheitTo,
        double systolicFrom,
        double systolicTo,
        double diastolicFrom,
        double diastolicTo,
        double meanFrom,
        double meanTo,
        double saturationFrom,
        double saturationTo,
        double fractionFrom,
        double flowTo,
        double catecholamineTo,
        double heaviestKilograms) {

    /** The limits of the policy page. */
    public static final PlausibleLimits DEFAULT =
            new PlausibleLimits(
                    Temperature.ofCelsius(25),
                    Temperature.ofCelsius(45),
                    45,
                    115,
                    20,
                    300,
                    5,
                    200,
                    10,
                    250,
                    1,
                    100,
                    0.21,
                    100,
                    10,
                    240);
}
