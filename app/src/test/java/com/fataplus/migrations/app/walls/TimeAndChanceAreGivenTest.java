package com.fataplus.migrations.app.walls;

import static com.fataplus.migrations.app.walls.Access.access;
import static com.fataplus.migrations.app.walls.Access.given;
import static com.fataplus.migrations.app.walls.House.within;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What would make a test come out differently tomorrow is handed over by whoever calls. */
class TimeAndChanceAreGivenTest {
    @Test
    void timeComesFromAClock() {
        Wall.of(noClasses()
                        .should()
                        .accessTargetWhere(access(resideInAPackage("java.time.."), "now")
                                .and(given(Clock.class).negate())
                                .or(access(type(System.class), "currentTimeMillis")))
                        .because("a test has to be able to say what time it is"))
                .standsButFor(
                        Offender.in("domain.plan", "class Offender { Object time = java.time.Instant.now(); }"),
                        Offender.in(
                                "postgres",
                                "class Offender { java.util.function.Supplier<?> time = java.time.LocalDate::now; }"),
                        Offender.in("filesystem", "class Offender { long time = System.currentTimeMillis(); }"));
    }

    @Test
    void onlyAppMakesTheClock() {
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackage(within("app"))
                        .should()
                        .accessTargetWhere(access(type(Clock.class), "system.*|tick(Millis|Seconds|Minutes)"))
                        .because("with a clock of its own a class tells another time than its neighbours"))
                .standsButFor(Offender.in(
                        "application.usecase", "class Offender { Object clock = java.time.Clock.systemUTC(); }"));
    }

    @Test
    void onlyAdaptersMeasureDurations() {
        Wall.of(noClasses()
                        .that()
                        .resideInAnyPackage(within("domain"), within("application"))
                        .should()
                        .accessTargetWhere(access(type(System.class), "nanoTime"))
                        .because("a decision that depends on how long something took cannot be tested"))
                .standsButFor(Offender.in("application.usecase", "class Offender { long start = System.nanoTime(); }"));
    }

    @Test
    void nobodySleeps() {
        Wall.of(noClasses()
                        .should()
                        .accessTargetWhere(access(type(Thread.class), "sleep")
                                .or(access(type(TimeUnit.class), "sleep"))
                                .or(access(type(LockSupport.class), "park.*")))
                        .because("a pause has to end when somebody asks us to stop: Cancellation.pause"))
                .standsButFor(
                        Offender.in(
                                "postgres",
                                "class Offender { void rest() throws InterruptedException { Thread.sleep(1); } }"),
                        Offender.in(
                                "cli",
                                "class Offender { void rest() { java.util.concurrent.locks.LockSupport.park(); } }"));
    }

    @Test
    void chanceComesFromOutside() {
        Wall.of(noClasses()
                        .that()
                        .resideInAnyPackage(within("domain"), within("application"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)|.*SecureRandom")
                        .orShould()
                        .accessTargetWhere(
                                access(type(UUID.class), "randomUUID").or(access(type(Math.class), "random")))
                        .because("a test has to be able to say how the dice fall"))
                .standsButFor(
                        Offender.in("application.usecase", "class Offender { Object dice = new java.util.Random(); }"),
                        Offender.in("domain.plan", "class Offender { Object id = java.util.UUID.randomUUID(); }"));
    }
}
