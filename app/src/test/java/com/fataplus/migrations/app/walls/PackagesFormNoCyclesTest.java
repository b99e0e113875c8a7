package com.fataplus.migrations.app.walls;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** Packages can be read one after the other. */
class PackagesFormNoCyclesTest {
    @Test
    void noPackageLeadsBackToItself() {
        Wall.of(slices().assignedFrom(new EachPackage())
                        .should()
                        .beFreeOfCycles()
                        .because("packages that know each other are one package with two names"))
                .standsButFor(Offender.in(
                                "domain.plan",
                                "public class Offender { %s.Back back; }".formatted(House.exactly("domain.script")))
                        .with(
                                "domain.script",
                                "public class Back { %s.Offender forth; }".formatted(House.exactly("domain.plan"))));
    }

    /** A package and those below it are several: a parent must not lean on its children while they lean on it. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "our packages";
        }
    }
}
