package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.LedgerReader;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.revision.Anchor;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.SpecResolver;
import java.util.List;
import java.util.Optional;

/** What names mean to commands that work on files; connects only for {@code current}. */
final class TypedNames {
    private static final Optional<Anchor> CURRENT = Optional.of(Anchor.Symbol.CURRENT);

    private final LedgerReader ledger;

    TypedNames(LedgerReader ledger) {
        this.ledger = requireNonNull(ledger, "ledger");
    }

    /** The revisions meant; none for {@code base}. */
    List<RevisionId> all(RevisionGraph files, String text) {
        return Specs.all(resolver(files, text), text).stream()
                .map(id -> files.find(id).map(Revision::id).orElseThrow(() -> noFile(id)))
                .toList();
    }

    /** The one revision meant; {@code base} is none. */
    RevisionId one(RevisionGraph files, String text) {
        RevisionId id = Specs.one(resolver(files, text), text);
        return files.find(id).map(Revision::id).orElseThrow(() -> noFile(id));
    }

    private SpecResolver resolver(RevisionGraph files, String text) {
        return dependsOnDatabase(Specs.parse(text))
                ? KnownRevisions.join(files, ledger.ledger()).resolver()
                : new SpecResolver(files);
    }

    private static boolean dependsOnDatabase(RevisionSpec spec) {
        return switch (spec) {
            case RevisionSpec.Absolute absolute ->
                Optional.of(absolute.anchor()).equals(CURRENT);
            case RevisionSpec.Relative relative -> relative.from().equals(CURRENT);
        };
    }

    private static MigrationException noFile(RevisionId id) {
        return new MigrationException(new RefusedFailure.NotAllowed(
                "revision.no-file",
                "revision " + id + " is applied, but no file defines it",
                Optional.of("check out the branch that has its file, or name another revision")));
    }
}
