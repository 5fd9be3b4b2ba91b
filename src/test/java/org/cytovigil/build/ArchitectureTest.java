package org.cytovigil.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture page, held by the build; and proof that each rule can fail. */
class ArchitectureTest {
    private static final String BAD_SAMPLE = "org.cytovigil.build.badsample";

    @TestFactory
    Stream<DynamicTest> theProgramKeepsEveryRule() {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.cytovigil");
        return ArchitectureRules.over("org.cytovigil").stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(program)));
    }

    @Test
    void theBadSampleBreaksEveryRule() {
        JavaClasses sample = new ClassFileImporter().importPackages(BAD_SAMPLE);
        List<String> kept =
                ArchitectureRules.over(BAD_SAMPLE).stream()
                        .filter(rule -> !rule.evaluate(sample).hasViolation())
                        .map(ArchRule::getDescription)
                        .toList();
        assertThat(kept).isEmpty();
    }
}
