package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaFingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what was restored is what was dumped. */
final class SchemaComparison {
    private SchemaComparison() {}

    /** Why fingerprints tell nothing: each major has its own words for the same schema. */
    static Optional<String> obstacle(Backup backup, ServerInfo server) {
        return major(backup.serverVersion()).equals(Integer.toString(server.major()))
                ? Optional.empty()
                : Optional.of("the schema was dumped by PostgreSQL %s and restored by %s, which describe it differently"
                        .formatted(major(backup.serverVersion()), server.major()));
    }

    /** How a restored database differs from what the manifest says, one sentence each. */
    static List<String> differences(Backup backup, ServerInfo server, Database restored) {
        List<String> differences = new ArrayList<>();
        List<RevisionId> heads = restored.ledger().heads();
        if (!heads.equals(backup.heads())) {
            differences.add("%s restores to revision %s, its manifest says %s"
                    .formatted(backup.name(), place(heads), place(backup.heads())));
        }
        SchemaFingerprint schema = restored.schema().fingerprint();
        if (obstacle(backup, server).isEmpty() && !schema.value().equals(backup.fingerprint())) {
            differences.add("%s restores to another schema than the one it was taken from: %s, its manifest says %s"
                    .formatted(backup.name(), schema, backup.fingerprint()));
        }
        return differences;
    }

    private static String place(List<RevisionId> heads) {
        return heads.isEmpty()
                ? "base"
                : String.join(", ", heads.stream().map(RevisionId::value).toList());
    }

    private static String major(String version) {
        return version.replaceFirst("\\D.*", "");
    }
}
