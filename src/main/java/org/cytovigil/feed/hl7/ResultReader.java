package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;

/** Reads messages of results: ORU^R01 of laboratories and monitors, and those of pumps. */
final class ResultReader {
    private final Parts parts;
    private final ZoneId zone;

    /**
     * What reading needs.
     *
     * @param table what codes mean
     * @param directory whose data it is
     * @param standing what was charted before
     * @param pumps what other pumps give
     * @param revised for which moments something was corrected
     */
    record Parts(
            CodeTable table,
            StayDirectory directory,
            Standing standing,
            RunningPumps pumps,
            Revised revised) {

        /** Why the results can be nobody's, whenever it was; empty when they are somebody's. */
        Optional<String> nobody(PatientResults patient) {
            return directory.nobody(patient.identifiers(), patient.visitNumber(), bed(patient));
        }

        /** Whose a patient's results are. */
        StayDirectory.Found whose(PatientResults patient, Instant at) {
            return directory.find(patient.identifiers(), patient.visitNumber(), bed(patient), at);
        }

        private String bed(PatientResults patient) {
            return table.identifiesByBed() ? patient.bed() : "";
        }
    }

    ResultReader(Parts parts, ZoneId zone) {
        this.parts = parts;
        this.zone = zone;
    }

    void read(Hl7Message message, Readout out) {
        List<PatientResults> patients = PatientResults.of(message);
        if (patients.isEmpty()) {
            out.refuse(1, "there is no result in it", message.text());
        }
        ZoneId ofMessage = Hl7Time.zone(message.header().component(7, 1), zone);
        for (PatientResults patient : patients) {
            // Nobody's results are one item: they are fed again together once the patient is known.
            Optional<String> nobody = parts.nobody(patient);
            if (nobody.isPresent()) {
                out.refuse(patient.firstLine(), nobody.get(), patient.raw());
                continue;
            }
            for (PatientResults.Order order : patient.orders()) {
                new OrderReader(parts, patient, order, ofMessage, out).read();
            }
        }
        parts.pumps().complete(out);
    }
}
