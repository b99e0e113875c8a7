package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.Utf8;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * libpq's password file: lines of {@code host:port:database:user:password}, where {@code *} stands for anything and a backslash goes before a
 * colon or backslash of a name; the first line that fits counts. One that others can read is not used, as libpq has it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgpass.html">The Password File</a>
 */
record PasswordFile(WorkingDirectory here, Path file) {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    PasswordFile {
        requireNonNull(here, "here");
        requireNonNull(file, "file");
    }

    /** The password for a connection; a line that fits in a file that cannot be used is a problem. */
    Optional<Raw> password(String host, int port, String database, String user, Collection<String> problems) {
        List<String> wanted = List.of(host, Integer.toString(port), database, user);
        List<String> lines = lines(problems);
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> password = password(lines.get(i), wanted);
            if (password.isPresent()) {
                String origin = here.shown(file) + ":" + (i + 1);
                if (isReadByOthers()) {
                    problems.add(origin + ": others can read this password, so it is not used: chmod 600 "
                            + here.shown(file));
                    return Optional.empty();
                }
                return Optional.of(new Raw(password.get(), origin));
            }
        }
        return Optional.empty();
    }

    private List<String> lines(Collection<String> problems) {
        try {
            return switch (Utf8.decode(Files.readAllBytes(file))) {
                case Utf8.Text(var text) -> text.lines().toList();
                case Utf8.NoText wrong -> {
                    problems.add("%s:%s: %s".formatted(here.shown(file), wrong.position(), wrong.message()));
                    yield List.of();
                }
            };
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            problems.add("%s cannot be read: %s".formatted(here.shown(file), IoReason.of(e)));
            return List.of();
        }
    }

    private boolean isReadByOthers() {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException unknown) {
            return true;
        }
    }

    /** The password is all that stands behind the fourth colon. */
    private static Optional<String> password(String line, List<String> wanted) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (fields.size() < wanted.size()) {
            int end = colon(line, at);
            if (end < 0) {
                return Optional.empty();
            }
            fields.add(line.substring(at, end));
            at = end + 1;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !unescaped(fields.get(i)).equals(wanted.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(unescaped(line.substring(at))).filter(password -> !password.isEmpty());
    }

    private static int colon(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != ':') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at < line.length() ? at : -1;
    }

    private static String unescaped(String field) {
        return field.replaceAll("\\\\(.)", "$1");
    }
}
