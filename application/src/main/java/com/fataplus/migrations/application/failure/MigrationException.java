package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

/** Carries a {@link MigrationFailure} to whoever reports it; anything else that is thrown is a bug of ours. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient MigrationFailure failure;

    public MigrationException(MigrationFailure failure) {
        super(failure.summary());
        this.failure = requireNonNull(failure, "failure");
    }

    public MigrationException(MigrationFailure failure, Throwable cause) {
        super(failure.summary(), cause);
        this.failure = requireNonNull(failure, "failure");
    }

    /** What went wrong. */
    public MigrationFailure failure() {
        return failure;
    }
}
