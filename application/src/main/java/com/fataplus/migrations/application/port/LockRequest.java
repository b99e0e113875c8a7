package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How to ask for the migration lock.
 *
 * @param patience how long to wait for it; zero tries once
 * @param purpose the command, shown to others who wait
 */
public record LockRequest(Duration patience, String purpose) {
    public LockRequest {
        requireNonNull(patience, "patience");
        requireNonNull(purpose, "purpose");
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience cannot be negative: " + patience);
        }
    }
}
