package com.fataplus.migrations.app.walls;

import static com.fataplus.migrations.app.walls.House.anywhere;
import static com.fataplus.migrations.app.walls.House.exactly;
import static com.fataplus.migrations.app.walls.House.within;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The domain knows nobody, the application knows the domain, adapters know the application and not each other. */
class DependenciesPointInwardTest {
    @Test
    void theDomainKnowsNobodyOfOurs() {
        Wall.of(noClasses()
                        .that()
                        .resideInAPackage(within("domain"))
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(anywhere()).and(resideOutsideOfPackages(within("domain"))))
                        .because("decisions are to be tested, read and trusted without anything around them"))
                .standsButFor(Offender.in(
                        "domain.plan",
                        "class Offender { com.fataplus.migrations.application.port.Database database; }"));
    }

    @Test
    void theApplicationKnowsTheDomainAndPlainJava() {
        Wall.of(classes()
                        .that()
                        .resideInAPackage(within("application"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                within("application"),
                                within("domain"),
                                "java.io",
                                "java.lang..",
                                "java.math",
                                "java.nio.charset",
                                "java.security",
                                "java.time..",
                                "java.util..")
                        .because("a use case has to run over memory as it runs over PostgreSQL and files"))
                .standsButFor(
                        Offender.in("application.usecase", "class Offender { org.slf4j.Logger logger; }"),
                        Offender.in("application.port", "interface Offender { java.sql.Connection connection(); }"),
                        Offender.in(
                                        "application.event",
                                        "class Offender { %s.Stranger stranger; }".formatted(exactly("app")))
                                .with("app", "public class Stranger {}"));
    }

    @ParameterizedTest
    @CsvSource({"filesystem, postgres", "postgres, cli", "cli, http", "http, filesystem"})
    void noAdapterKnowsAnother(String adapter, String neighbour) {
        Wall.of(noClasses()
                        .that()
                        .resideInAPackage(within(adapter))
                        .should()
                        .dependOnClassesThat(resideInAPackage(anywhere())
                                .and(resideOutsideOfPackages(within("domain"), within("application"), within(adapter))))
                        .because("an adapter speaks one protocol; two meet in app, or in a use case through ports")
                        // A package may be announced, by its package-info, before there is a class in it.
                        .allowEmptyShould(true))
                .standsButFor(
                        Offender.in(adapter, "class Offender { %s.Neighbour neighbour; }".formatted(exactly(neighbour)))
                                .with(neighbour, "public class Neighbour {}"));
    }
}
