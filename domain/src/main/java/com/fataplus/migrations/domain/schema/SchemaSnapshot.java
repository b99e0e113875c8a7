package com.fataplus.migrations.domain.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every object of a database's schema with its definition, in the server's own words. The ledger's own schema and objects that belong to an
 * extension are not in it.
 *
 * @param definitions from an object's description, as {@code column public.farm.name}, to its definition
 */
public record SchemaSnapshot(SortedMap<String, String> definitions) {
    public SchemaSnapshot {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    }

    /** SHA-256 over all objects in order. */
    public SchemaFingerprint fingerprint() {
        MessageDigest digest = sha256();
        definitions.forEach((object, definition) -> {
            digest.update(object.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(definition.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 1);
        });
        return new SchemaFingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /** What would have to be said to somebody who knows this state and sees {@code other}, one line an object. */
    public List<String> differencesTo(SchemaSnapshot other) {
        List<String> differences = new ArrayList<>();
        definitions.forEach((object, definition) -> {
            String there = other.definitions.get(object);
            if (there == null) {
                differences.add("missing: " + object);
            } else if (!there.equals(definition)) {
                differences.add("changed: " + object + " (was " + definition + ", is " + there + ")");
            }
        });
        other.definitions.keySet().stream()
                .filter(object -> !definitions.containsKey(object))
                .map(object -> "added: " + object)
                .forEach(differences::add);
        return List.copyOf(differences);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
