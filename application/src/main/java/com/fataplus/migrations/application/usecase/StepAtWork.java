package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import java.util.Optional;

/**
 * The step under way.
 *
 * @param statementsCommitted those of its statements that committed on their own
 * @param schemaBefore what the schema was before it, where its statements commit on their own
 */
record StepAtWork(PreparedStep step, int statementsCommitted, Optional<SchemaSnapshot> schemaBefore) {
    StepAtWork {
        requireNonNull(step, "step");
        requireNonNull(schemaBefore, "schemaBefore");
    }
}
