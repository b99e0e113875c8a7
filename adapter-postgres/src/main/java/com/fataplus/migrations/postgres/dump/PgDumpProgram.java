package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.event.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that may be pg_dump, and what came of asking it. */
sealed interface PgDumpProgram {
    /** Where it is. */
    Path path();

    /** For people: where it is and what it said. */
    String described();

    /**
     * One that answered.
     *
     * @param version all it said: {@code 15.20 (Debian 15.20-0+deb12u1)}
     */
    record Usable(Path path, String version, int major, int minor) implements PgDumpProgram {
        /**
         * The lowest major first: a newer pg_dump reads an older server, but what it writes may not load there again (from 17 on it sets
         * transaction_timeout, which 16 does not know). Of one major the newest.
         */
        static final Comparator<Usable> CLOSEST_FIRST = Comparator.comparingInt(Usable::major)
                .thenComparing(Comparator.comparingInt(Usable::minor).reversed());

        @Override
        public String described() {
            return path + " is " + version;
        }
    }

    /** One that did not, and why. */
    record Unusable(Path path, String reason) implements PgDumpProgram {
        @Override
        public String described() {
            return path + " " + reason;
        }
    }

    /**
     * Asks for its version.
     *
     * @param environment the one it will dump with: Debian's wrapper chooses the version by it
     */
    static PgDumpProgram ask(Path path, Map<String, String> environment, Duration patience) {
        List<String> command = List.of(path.toString(), "--version");
        try (ClientProgram program = ClientProgram.start(command, environment, new Cancellation())) {
            if (!program.endsWithin(patience)) {
                return new Unusable(path, "did not tell its version within " + patience.toSeconds() + " s");
            }
            String answer = new String(program.output().readAllBytes(), UTF_8);
            ClientProgram.Exit exit = program.await();
            return exit.succeeded()
                    ? read(path, answer.strip())
                    : new Unusable(path, exit.described() + ": " + exit.errors());
        } catch (IOException e) {
            return new Unusable(path, "cannot be run: " + e.getMessage());
        }
    }

    /** The major in such a version; 0 where it has none. */
    static int major(String version) {
        Matcher digits = Pattern.compile("\\d+").matcher(version);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    private static PgDumpProgram read(Path path, String answer) {
        Matcher matcher =
                Pattern.compile("pg_dump \\([^)]*\\) ((\\d+)(?:\\.(\\d+))?.*)").matcher(answer);
        if (!matcher.matches()) {
            return new Unusable(path, "is not pg_dump: it says '" + answer + "'");
        }
        String minor = matcher.group(3);
        return new Usable(
                path,
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                minor == null ? 0 : Integer.parseInt(minor));
    }
}
