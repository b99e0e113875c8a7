package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.ledger.RunId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A restore ended early: why, and which of the two databases there is now. */
public record RestoreFailure(RunId run, String backup, MigrationFailure cause, Standing standing)
        implements MigrationFailure {
    public RestoreFailure {
        requireNonNull(run, "run");
        requireNonNull(backup, "backup");
        requireNonNull(cause, "cause");
        requireNonNull(standing, "standing");
    }

    /** What there is after a restore that failed. */
    public enum Standing {
        /** What was there before, compared. */
        AS_BEFORE("nothing of it was kept: the database is as it was before, schema verified equal"),
        /** Nobody could look, or what was seen is something else. */
        UNKNOWN("that the database is as it was before could not be proven");

        private final String told;

        Standing(String told) {
            this.told = told;
        }
    }

    @Override
    public String code() {
        return cause.code();
    }

    @Override
    public FailureKind kind() {
        if (standing != Standing.AS_BEFORE) {
            return FailureKind.NEEDS_ATTENTION;
        }
        return cause.kind() == FailureKind.CANCELLED ? FailureKind.CANCELLED : FailureKind.TAKEN_BACK;
    }

    @Override
    public String summary() {
        return "%s was not restored\n%s\n%s".formatted(backup, cause.summary(), standing.told);
    }

    @Override
    public Optional<String> remedy() {
        return cause.remedy().or(() -> Optional.of("fata status"));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("run", run.value());
        details.put("backup", backup);
        details.put("cause", cause.details());
        details.put("standing", standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return details;
    }
}
