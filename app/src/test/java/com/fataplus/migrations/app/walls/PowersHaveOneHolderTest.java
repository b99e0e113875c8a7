package com.fataplus.migrations.app.walls;

import static com.fataplus.migrations.app.walls.Access.access;
import static com.fataplus.migrations.app.walls.Access.given;
import static com.fataplus.migrations.app.walls.House.named;
import static com.fataplus.migrations.app.walls.House.within;
import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.io.FileDescriptor;
import java.sql.Connection;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Who may end the process, start others, speak to the terminal, look around, end a transaction, keep a log. */
class PowersHaveOneHolderTest {
    @Test
    void onlyMainEndsTheProcess() {
        Wall.of(noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(named("app.Main"))
                        .should()
                        .accessTargetWhere(
                                access(type(System.class), "exit").or(access(type(Runtime.class), "exit|halt")))
                        .because("whoever ends the process takes everybody's way back"))
                .standsButFor(
                        Offender.in("app", "class Offender { void stop() { System.exit(1); } }"),
                        Offender.in("cli", "class Offender { java.util.function.IntConsumer stop = System::exit; }"),
                        Offender.in("cli", "class Offender { void stop() { Runtime.getRuntime().halt(1); } }"));
    }

    @Test
    void onlyTheDumpAndTheUsersToolsStartPrograms() {
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                within("postgres.dump"), within("filesystem.program"), within("app.demo"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.Process(Builder|Handle)?")
                        .orShould()
                        .accessTargetWhere(access(type(Runtime.class), "exec"))
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
                        .accessTargetWhere(access(type(System.class), "out|err")
                                .or(access(type(FileDescriptor.class), "out|err"))
                                .or(access(alwaysTrue(), "printStackTrace").and(given())))
                        .because("one stray line on standard output spoils a JSON document"))
                .standsButFor(
                        Offender.in("cli.command", "class Offender { void tell() { System.out.println(); } }"),
                        Offender.in("cli", "class Offender { Object stream = java.io.FileDescriptor.err; }"),
                        Offender.in(
                                "filesystem",
                                "class Offender { void tell(RuntimeException bug) { bug.printStackTrace(); } }"));
    }

    @Test
    void onlyAppLooksAround() {
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackage(within("app"))
                        .should()
                        .accessTargetWhere(access(type(System.class), "getenv|(get|set|clear)Propert(y|ies)")
                                .or(access(type(ZoneId.class), "systemDefault")))
                        .because("what a process finds around it is given to the rest of us, and to tests, as values"))
                .standsButFor(
                        Offender.in("filesystem", "class Offender { String home = System.getenv(\"HOME\"); }"),
                        Offender.in("cli", "class Offender { Object zone = java.time.ZoneId.systemDefault(); }"));
    }

    @Test
    void onlyTheSessionEndsTransactions() {
        Wall.of(noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(named("postgres.PostgresSession"))
                        .should()
                        .accessTargetWhere(
                                access(assignableTo(Connection.class), "commit|rollback|setAutoCommit|.*Savepoint"))
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
}
