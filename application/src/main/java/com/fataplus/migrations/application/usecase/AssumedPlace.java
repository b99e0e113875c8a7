package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.LedgerEntry;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.Anchor;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.SpecResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a database would be that was upgraded to some revisions and to nothing else, by the files as they are now. */
final class AssumedPlace {
    private static final RunId SOME_RUN = new RunId(1);

    private final ScriptStore scripts;

    AssumedPlace(ScriptStore scripts) {
        this.scripts = requireNonNull(scripts, "scripts");
    }

    /** The ledger at these revisions as typed; who applied them and when is anybody's guess. */
    Ledger ledgerAt(List<String> names, RevisionGraph files) {
        SpecResolver resolver = new SpecResolver(files, files, Set.of());
        List<RevisionId> heads = names.stream()
                .map(AssumedPlace::knownOffline)
                .flatMap(name -> Specs.all(resolver, name).stream())
                .toList();
        Set<RevisionId> applied = files.ancestors(heads, Follow.PARENTS_AND_DEPENDENCIES);
        return new Ledger(
                files.newestFirst(applied).reversed().stream()
                        .map(id -> row(files.find(id).orElseThrow(), files))
                        .toList(),
                Optional.empty());
    }

    /** What the ledger keeps of a revision, by its file. */
    LedgerEntry entry(Revision revision, RevisionGraph files) {
        return new LedgerEntry(revision, files.dependenciesOf(revision.id()), scripts.script(revision));
    }

    private AppliedRevision row(Revision revision, RevisionGraph files) {
        return LedgerRows.of(
                revision,
                files,
                scripts.script(revision).checksum(),
                SOME_RUN,
                Instant.EPOCH,
                "somebody",
                Duration.ZERO);
    }

    private static String knownOffline(String name) {
        boolean asksTheDatabase = switch (Specs.parse(name)) {
            case RevisionSpec.Absolute spec -> spec.anchor() == Anchor.Symbol.CURRENT;
            case RevisionSpec.Relative spec -> spec.from().equals(Optional.of(Anchor.Symbol.CURRENT));
        };
        if (asksTheDatabase) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "offline.current",
                    "'" + name + "': a script is written without a database, so nobody knows what is current",
                    Optional.of("fata current   (then name what it shows)")));
        }
        return name;
    }
}
