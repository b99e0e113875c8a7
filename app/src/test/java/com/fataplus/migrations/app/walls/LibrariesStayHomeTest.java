package com.fataplus.migrations.app.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What reaches the world outside is used in one place only. */
class LibrariesStayHomeTest {
    /** The library's classes as a regular expression, the packages that may use them, why, and one of the classes. */
    static Stream<Arguments> libraries() {
        return Stream.of(
                arguments(
                        "javax?\\.sql\\..*",
                        List.of("postgres"),
                        "a connection that leaves the adapter takes its transaction along",
                        "java.sql.Connection"),
                arguments(
                        "org\\.postgresql\\..*",
                        List.of("postgres"),
                        "the rest of us must not notice which driver it is",
                        "org.postgresql.PGConnection"),
                arguments(
                        "run\\.endive\\..*",
                        List.of("postgres.grammar"),
                        "that PostgreSQL's parser is WebAssembly is nobody's affair",
                        "run.endive.runtime.Instance"),
                arguments(
                        "java\\.nio\\.file\\..*|java\\.nio\\.channels\\.FileChannel"
                                + "|java\\.io\\.(File|FileInputStream|FileReader|FileWriter|RandomAccessFile)",
                        // app only hands paths over, and its demo has a folder of its own
                        List.of("filesystem", "postgres.dump", "app"),
                        "writing a file so that it survives a crash is one adapter's craft",
                        "java.nio.file.Path[]"),
                arguments(
                        "java\\.io\\.FileOutputStream",
                        List.of("filesystem", "postgres.dump", "cli.render"),
                        "it writes files, and where the terminal is one, that is the renderer's",
                        "java.io.FileOutputStream"),
                arguments(
                        "org\\.tomlj\\..*|io\\.github\\.cdimascio\\..*",
                        List.of("filesystem"),
                        "how settings are written down is an affair of files",
                        "org.tomlj.TomlTable"),
                arguments(
                        "tools\\.jackson\\..*",
                        List.of("filesystem", "cli.render"),
                        "documents are maps until they are written",
                        "tools.jackson.jr.ob.JSON"),
                arguments(
                        "picocli\\..*",
                        List.of("cli"),
                        "a use case is asked the same way over any protocol",
                        "picocli.CommandLine"),
                arguments(
                        "io\\.javalin\\..*",
                        List.of("http"),
                        "a use case is asked the same way over any protocol",
                        "io.javalin.Javalin"),
                arguments(
                        "io\\.zonky\\..*",
                        List.of("app.demo"),
                        "only the demonstration brings a server of its own",
                        "io.zonky.test.db.postgres.embedded.EmbeddedPostgres"),
                arguments(
                        "com\\.google\\.inject\\..*|jakarta\\.inject\\..*",
                        List.of("app"),
                        "classes get what they need through constructors; who gets what is read in one module",
                        "com.google.inject.Injector"));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void eachIsUsedOnlyWhereItBelongs(String library, List<String> rooms, String reason, String example) {
        String[] homes = rooms.stream().map(House::within).toArray(String[]::new);
        Wall.of(noClasses()
                        .that()
                        .resideOutsideOfPackages(homes)
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(library)
                        .because(reason))
                .standsButFor(Offender.in("domain.plan", "class Offender { %s example; }".formatted(example)));
    }
}
