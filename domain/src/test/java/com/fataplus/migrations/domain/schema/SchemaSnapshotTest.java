package com.fataplus.migrations.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaSnapshotTest {
    private static final SchemaSnapshot FARM = snapshot(Map.of("table farm", "heap", "column farm.id", "integer"));

    @Test
    void equalSchemasHaveEqualFingerprints() {
        assertThat(snapshot(Map.of("column farm.id", "integer", "table farm", "heap"))
                        .fingerprint())
                .isEqualTo(FARM.fingerprint());
    }

    @Test
    void aChangedDefinitionChangesTheFingerprint() {
        assertThat(snapshot(Map.of("table farm", "heap", "column farm.id", "bigint"))
                        .fingerprint())
                .isNotEqualTo(FARM.fingerprint());
    }

    @Test
    void whereAnObjectEndsAndItsDefinitionBeginsMatters() {
        assertThat(snapshot(Map.of("ab", "c")).fingerprint())
                .isNotEqualTo(snapshot(Map.of("a", "bc")).fingerprint());
    }

    @Test
    void differencesNameWhatIsMissingChangedAndAdded() {
        SchemaSnapshot other = snapshot(Map.of("column farm.id", "bigint", "table plot", "heap"));

        assertThat(FARM.differencesTo(other))
                .containsExactly(
                        "changed: column farm.id (was integer, is bigint)", "missing: table farm", "added: table plot");
    }

    @Test
    void aSchemaDoesNotDifferFromItself() {
        assertThat(FARM.differencesTo(FARM)).isEmpty();
    }

    private static SchemaSnapshot snapshot(Map<String, String> definitions) {
        return new SchemaSnapshot(new TreeMap<>(definitions));
    }
}
