package com.fataplus.migrations.filesystem.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        document.put("format", backup.format());
        document.put("heads", backup.heads().stream().map(RevisionId::value).toList());
        document.put("fingerprint", backup.fingerprint());
        document.put("bytes", backup.bytes());
        document.put("sha256", backup.sha256());
        document.put("duration", backup.duration().toString());
        backup.run().ifPresent(run -> document.put("run", run));
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
                text("format"),
                heads(),
                text("fingerprint"),
                number("bytes"),
                text("sha256"),
                Duration.parse(text("duration")),
                document.containsKey("run") ? Optional.of(number("run")) : Optional.empty());
    }

    private String text(String key) {
        return value(key, String.class, "a text");
    }

    private long number(String key) {
        return value(key, Number.class, "a number").longValue();
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
