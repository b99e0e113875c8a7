package com.fataplus.migrations.app.walls;

import static com.fataplus.migrations.app.walls.House.exactly;
import static com.fataplus.migrations.app.walls.House.within;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which packages of the domain a package of the domain may use; each may use plain values of Java besides. */
class DomainPackagesTouchLittleTest {
    private static final Map<String, List<String>> TOUCHES = Map.of(
            "revision", List.of(),
            "script", List.of("revision"),
            "ledger", List.of("revision", "script"),
            "plan", List.of("revision", "ledger", "script"),
            "rollback", List.of("plan", "script"),
            "schema", List.of(),
            "lane", List.of("revision"));

    /** Security and charsets are there for checksums, invoke and runtime for what javac makes of lambdas and records. */
    private static final List<String> VALUES_OF_JAVA = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream",
            "java.time..",
            "java.math",
            "java.nio.charset",
            "java.security");

    static final List<String> PACKAGES = List.copyOf(TOUCHES.keySet());

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void aPackageTouchesWhatItsRowSays(String name) {
        String room = "domain." + name;
        Stream<String> ours =
                Stream.concat(Stream.of(name), TOUCHES.get(name).stream()).map(touched -> within("domain." + touched));
        String[] allowed = Stream.concat(ours, VALUES_OF_JAVA.stream()).toArray(String[]::new);
        Wall.of(classes()
                        .that()
                        .resideInAPackage(within(room))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(allowed)
                        .because("a decision is understood with the few nouns it is about, and does no I/O"))
                .standsButFor(
                        Offender.in(room, "class Offender { java.io.InputStream stream; }"),
                        Offender.in(room, "class Offender { %s.Stranger stranger; }".formatted(exactly("domain")))
                                .with("domain", "public class Stranger {}"));
    }

    @Test
    void everyPackageHasARow() {
        String domain = exactly("domain") + ".";

        assertThat(Sources.packages())
                .filteredOn(name -> name.startsWith(domain))
                .extracting(name -> name.substring(domain.length()))
                .containsExactlyInAnyOrderElementsOf(PACKAGES);
    }
}
