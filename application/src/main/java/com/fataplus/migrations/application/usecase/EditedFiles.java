package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands in the way of an upgrade where a file was edited after it was applied, unless that is accepted by name. */
record EditedFiles(PlanMaker plans) {
    EditedFiles {
        requireNonNull(plans, "plans");
    }

    /** The edited revisions that are accepted, as typed; refuses where there are others. */
    List<RevisionId> accepted(List<String> names, RevisionGraph files, Ledger ledger) {
        List<RevisionId> edited = plans.edited(files, ledger);
        List<RevisionId> accepted = names.stream()
                .map(name -> Specs.one(KnownRevisions.join(files, ledger).resolver(), name))
                .distinct()
                .toList();
        accepted.stream().filter(id -> !edited.contains(id)).findFirst().ifPresent(id -> {
            throw new MigrationException(new InputFailure.BadRequest(
                    "ledger.not-edited",
                    "--accept-edited " + id + ": that revision was not edited since it was applied",
                    Optional.of("fata status")));
        });
        List<RevisionId> refused = new ArrayList<>(edited);
        refused.removeAll(accepted);
        if (!refused.isEmpty()) {
            throw new MigrationException(new RefusedFailure.Edited(refused));
        }
        return accepted;
    }
}
