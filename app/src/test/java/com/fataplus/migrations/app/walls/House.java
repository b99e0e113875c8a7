package com.fataplus.migrations.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/** What the walls are about: our classes and the packages they live in. */
final class House {
    static final String ROOT = "com.fataplus.migrations";

    /** Every class that ships and that somebody wrote: generated ones stand where they have to, and tests stand anywhere. */
    static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(House::isWritten).importPackages(ROOT);

    private House() {}

    private static boolean isWritten(Location compiled) {
        return Sources.types().stream()
                .map(type -> type.replace('.', '/'))
                .anyMatch(type -> compiled.contains("/" + type + ".class") || compiled.contains("/" + type + "$"));
    }

    /** The name of one package of ours, as {@code domain.plan}. A rule about a package that is not there would always hold. */
    static String exactly(String room) {
        String name = ROOT + "." + room;
        assertThat(Sources.packages()).as("packages that walls are about").contains(name);
        return name;
    }

    /** The package and all below it, as ArchUnit writes it. */
    static String within(String room) {
        return exactly(room) + "..";
    }

    /** The full name of a class of ours, as {@code postgres.PostgresSession}; for one that is not public. */
    static String named(String type) {
        String name = ROOT + "." + type;
        assertThat(CLASSES.contain(name))
                .as("%s, which a wall is about, exists", name)
                .isTrue();
        return name;
    }

    static String anywhere() {
        return ROOT + "..";
    }
}
