package com.fataplus.migrations.app.walls;

import static com.fataplus.migrations.app.walls.House.named;
import static com.fataplus.migrations.app.walls.House.within;
import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.io.FileDescriptor;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who may end the process, start others, speak to the terminal, tell the time, look around, wait, log, end transactions. */
class PowersHaveOneHolderTest {
    @Test
    void onlyMainEndsTheProcess() {
        Wall.of(noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(named("app.Main"))
                        .should()
                        .accessTargetWhere(use(type(System.class), "exit").or(use(type(Runtime.class), "exit|halt")))
                        .because("whoever ends the process takes everybody's way back"))
                .standsButFor(
                        Offender.in("app", "class Offender { void stop() { System.exit(1); } }"),
                        Offender.in("cli", "class Offender { java.util.function.IntConsumer stop = System::exit; }"),
                        Offender.in("cli", "class Offender { void stop() { Runtime.getRuntime().halt(1); } }"));
    }

    @Test
    void onlyTheDumpStartsPrograms() {
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackage(within("postgres.dump"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.Process(Builder|Handle)?")
                        .orShould()
                        .accessTargetWhere(use(type(Runtime.class), "exec"))
                        .because("a child process is fed, drained, stopped and buried in one place"))
                .standsButFor(
                        Offender.in("postgres", "class Offender { ProcessBuilder program; }"),
                        Offender.in(
                                "cli",
                                "class Offender { void edit() throws Exception { Runtime.getRuntime().exec(\"vi\"); } }"));
    }

    @Test
    void onlyTheRendererSpeaksToTheTerminal() {
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackage(within("cli.render"))
                        .should()
                        .accessTargetWhere(use(type(System.class), "out|err")
                                .or(use(type(FileDescriptor.class), "out|err"))
                                .or(use(alwaysTrue(), "printStackTrace").and(given(List.of()))))
                        .because("one stray line on standard output spoils a JSON document"))
                .standsButFor(
                        Offender.in("cli.command", "class Offender { void tell() { System.out.println(); } }"),
                        Offender.in("cli", "class Offender { Object stream = java.io.FileDescriptor.err; }"),
                        Offender.in(
                                "filesystem",
                                "class Offender { void tell(RuntimeException bug) { bug.printStackTrace(); } }"));
    }

    @Test
    void timeComesFromAClock() {
        Wall.of(noClasses()
                        .should()
                        .accessTargetWhere(use(resideInAPackage("java.time.."), "now")
                                .and(given(List.of(Clock.class.getName())).negate())
                                .or(use(type(System.class), "currentTimeMillis")))
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
                        .accessTargetWhere(use(type(Clock.class), "system.*|tick(Millis|Seconds|Minutes)"))
                        .because("with a clock of its own a class tells another time than its neighbours"))
                .standsButFor(Offender.in(
                        "application.usecase", "class Offender { Object clock = java.time.Clock.systemUTC(); }"));
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
                        .accessTargetWhere(use(type(UUID.class), "randomUUID").or(use(type(Math.class), "random")))
                        .because("a test has to be able to say how the dice fall"))
                .standsButFor(
                        Offender.in("application.usecase", "class Offender { Object dice = new java.util.Random(); }"),
                        Offender.in("domain.plan", "class Offender { Object id = java.util.UUID.randomUUID(); }"));
    }

    @Test
    void onlyAppLooksAround() {
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackage(within("app"))
                        .should()
                        .accessTargetWhere(use(type(System.class), "getenv|(get|set|clear)Propert(y|ies)")
                                .or(use(type(ZoneId.class), "systemDefault")))
                        .because("what a process finds around it is given to the rest of us, and to tests, as values"))
                .standsButFor(
                        Offender.in("filesystem", "class Offender { String home = System.getenv(\"HOME\"); }"),
                        Offender.in("cli", "class Offender { Object zone = java.time.ZoneId.systemDefault(); }"));
    }

    @Test
    void onlyAdaptersMeasureDurations() {
        Wall.of(noClasses()
                        .that()
                        .resideInAnyPackage(within("domain"), within("application"))
                        .should()
                        .accessTargetWhere(use(type(System.class), "nanoTime"))
                        .because("a decision that depends on how long something took cannot be tested"))
                .standsButFor(Offender.in("application.usecase", "class Offender { long start = System.nanoTime(); }"));
    }

    @Test
    void onlyTheSessionEndsTransactions() {
        Wall.of(noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(named("postgres.PostgresSession"))
                        .should()
                        .accessTargetWhere(
                                use(assignableTo(Connection.class), "commit|rollback|setAutoCommit|.*Savepoint"))
                        .because("a script and its ledger row are committed together or not at all"))
                .standsButFor(Offender.in("postgres", """
                                class Offender {
                                    void end(java.sql.Connection connection) throws java.sql.SQLException {
                                        connection.commit();
                                    }
                                }
                                """), Offender.in("postgres.catalog", """
                                class Offender {
                                    void begin(org.postgresql.jdbc.PgConnection connection) throws java.sql.SQLException {
                                        connection.setAutoCommit(false);
                                    }
                                }
                                """));
    }

    @Test
    void nobodySleeps() {
        Wall.of(noClasses()
                        .should()
                        .accessTargetWhere(use(type(Thread.class), "sleep")
                                .or(use(type(TimeUnit.class), "sleep"))
                                .or(use(type(LockSupport.class), "park.*")))
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
    void theCoreKeepsNoLog() {
        Wall.of(noClasses()
                        .that()
                        .resideInAnyPackage(within("domain"), within("application"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger.*")
                        .because("what is worth knowing is an event, a failure or an answer"))
                .standsButFor(
                        Offender.in("domain.plan", "class Offender { java.util.logging.Logger logger; }"),
                        Offender.in("application.usecase", "class Offender { System.Logger logger; }"));
    }

    private static DescribedPredicate<JavaAccess<?>> use(DescribedPredicate<? super JavaClass> of, String members) {
        return target(owner(of)).and(target(nameMatching(members)));
    }

    private static DescribedPredicate<JavaAccess<?>> given(List<String> parameters) {
        return describe(
                "given " + parameters,
                access -> access instanceof JavaCodeUnitAccess<?> use
                        && use.getTarget().getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toList()
                                .equals(parameters));
    }
}
