package com.fataplus.migrations.filesystem.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.port.BackupCheck.Depth;
import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpContents.DumpFile;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** A backup's description as JSON. Keys that are not known are left alone: a newer version may have written them. */
final class Manifest {
    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private final Map<String, Object> document;

    private Manifest(Map<String, Object> document) {
        this.document = document;
    }

    /** The bytes to store. */
    static byte[] write(Backup backup) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", backup.name());
        document.put("takenAt", backup.takenAt().toString());
        document.put("database", backup.database());
        document.put("serverVersion", backup.serverVersion());
        document.put("dumpVersion", backup.dumpVersion());
        document.put("format", backup.format().name().toLowerCase(Locale.ROOT));
        document.put("heads", backup.heads().stream().map(RevisionId::value).toList());
        document.put("fingerprint", backup.fingerprint());
        document.put("bytes", backup.bytes());
        document.put("sha256", backup.sha256());
        if (!backup.contents().files().isEmpty()) {
            document.put(
                    "files",
                    backup.contents().files().stream().map(Manifest::file).toList());
        }
        document.put("duration", backup.duration().toString());
        backup.run().ifPresent(run -> document.put("run", run));
        backup.checked().ifPresent(check -> document.put("checked", check(check)));
        return (PRETTY.asString(document) + "\n").getBytes(UTF_8);
    }

    /** Reads it again. Throws {@link IllegalArgumentException}, in words for people, where it is not what {@link #write} writes. */
    static Backup read(byte[] bytes) {
        try {
            return new Manifest(PRETTY.mapFrom(bytes)).backup();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it has a time that is none: " + e.getMessage(), e);
        }
    }

    private Backup backup() {
        return new Backup(
                text("name"),
                Instant.parse(text("takenAt")),
                text("database"),
                text("serverVersion"),
                text("dumpVersion"),
                word("format", Format.class),
                heads(),
                text("fingerprint"),
                new DumpContents(number("bytes"), text("sha256"), each("files", Manifest::file)),
                Duration.parse(text("duration")),
                document.containsKey("run") ? Optional.of(number("run")) : Optional.empty(),
                document.containsKey("checked") ? Optional.of(within("checked").check()) : Optional.empty());
    }

    private static Map<String, Object> file(DumpFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", file.name());
        fields.put("bytes", file.bytes());
        fields.put("sha256", file.sha256());
        return fields;
    }

    private DumpFile file() {
        return new DumpFile(text("name"), number("bytes"), text("sha256"));
    }

    private static Map<String, Object> check(BackupCheck check) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", check.at().toString());
        fields.put("depth", check.depth().name().toLowerCase(Locale.ROOT));
        fields.put("problems", check.problems());
        return fields;
    }

    private BackupCheck check() {
        List<?> found = value("problems", List.class, "a list");
        List<String> problems = found.stream().map(String::valueOf).toList();
        return new BackupCheck(Instant.parse(text("at")), word("depth", Depth.class), problems);
    }

    private String text(String key) {
        return value(key, String.class, "a text");
    }

    private long number(String key) {
        return value(key, Number.class, "a number").longValue();
    }

    private <T extends Enum<T>> T word(String key, Class<T> type) {
        String word = text(key);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its '" + key + "' is unknown: " + word));
    }

    private Manifest within(String key) {
        return inner(value(key, Map.class, "an object"));
    }

    private <T> List<T> each(String key, Function<Manifest, T> read) {
        if (!document.containsKey(key)) {
            return List.of();
        }
        List<?> elements = value(key, List.class, "a list");
        return elements.stream()
                .map(element -> element instanceof Map<?, ?> object ? object : Map.of())
                .map(object -> read.apply(inner(object)))
                .toList();
    }

    private static Manifest inner(Map<?, ?> object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((key, value) -> fields.put(String.valueOf(key), value));
        return new Manifest(fields);
    }

    private List<RevisionId> heads() {
        List<?> heads = value("heads", List.class, "a list");
        return heads.stream().map(head -> new RevisionId(String.valueOf(head))).toList();
    }

    private <T> T value(String key, Class<T> type, String described) {
        Object value = document.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("it lacks " + described + " '" + key + "'");
        }
        return type.cast(value);
    }
}
