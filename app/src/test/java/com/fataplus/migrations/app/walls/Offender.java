package com.fataplus.migrations.app.walls;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A class that breaks a wall. It is compiled against our classes as if it stood in the named package, but never stands there.
 *
 * @param accomplices sources that are needed for the offence, in other packages
 */
record Offender(Source source, List<Source> accomplices) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Opens the jars of the class path once, which takes longer than all the compiling. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    Offender {
        requireNonNull(source, "source");
        accomplices = List.copyOf(accomplices);
    }

    static Offender in(String room, String declaration) {
        return new Offender(new Source(House.exactly(room), declaration), List.of());
    }

    Offender with(String room, String declaration) {
        return new Offender(source, List.of(new Source(House.exactly(room), declaration)));
    }

    String className() {
        return source.className();
    }

    JavaClasses compiled() {
        try {
            Path folder = Files.createTempDirectory("offender");
            try {
                compileInto(folder);
                return new ClassFileImporter().importPath(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compileInto(Path folder) {
        // At the level of our own classes: what can read those can read these.
        var options = List.of("-source", "21", "-target", "21", "-proc:none", "-d", folder.toString());
        List<Source> sources = new ArrayList<>(accomplices);
        sources.add(source);
        StringWriter complaints = new StringWriter();
        boolean sound = COMPILER.getTask(complaints, FILES, null, options, null, sources)
                .call();
        assertThat(sound).as("%s%n%s", this, complaints).isTrue();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A source file that exists in memory only. */
    static final class Source extends SimpleJavaFileObject {
        private static final Pattern NAME = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

        private final String className;
        private final String text;

        Source(String packageName, String declaration) {
            this(packageName, name(declaration), declaration);
        }

        private Source(String packageName, String name, String declaration) {
            super(URI.create("memory:///" + packageName.replace('.', '/') + "/" + name + ".java"), Kind.SOURCE);
            this.className = packageName + "." + name;
            this.text = "package " + packageName + ";\n" + declaration;
        }

        String className() {
            return className;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }

        private static String name(String declaration) {
            return NAME.matcher(declaration)
                    .results()
                    .findFirst()
                    .map(match -> match.group(1))
                    .orElseThrow();
        }
    }
}
