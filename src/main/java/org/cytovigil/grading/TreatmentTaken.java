package org.cytovigil.grading;

import java.time.Instant;
import org.cytovigil.clinical.Treatment;

/** A drug given, and when. */
public record TreatmentTaken(Instant at, Treatment treatment) {}
