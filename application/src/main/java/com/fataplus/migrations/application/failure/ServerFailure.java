package com.fataplus.migrations.application.failure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The database server cannot be used as it is. */
public sealed interface ServerFailure extends MigrationFailure {
    /** No session: refused, unknown host, wrong password, missing database. */
    record CannotConnect(String address, String reason, Optional<String> sqlState, Optional<String> remedy)
            implements ServerFailure {
        @Override
        public String code() {
            return "database.cannot-connect";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.UNREACHABLE;
        }

        @Override
        public String summary() {
            return "cannot connect to " + address + ": " + reason
                    + sqlState.map(state -> " [" + state + "]").orElse("");
        }
    }

    /** Older than we support, or not PostgreSQL as we know it. */
    record Unsupported(String version, String reason) implements ServerFailure {
        @Override
        public String code() {
            return "database.unsupported";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.UNREACHABLE;
        }

        @Override
        public String summary() {
            return "server version " + version + " is not supported: " + reason;
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("use PostgreSQL 14 or newer");
        }
    }

    /** The connection went away in the middle. */
    record ConnectionLost(String reason) implements ServerFailure {
        @Override
        public String code() {
            return "database.connection-lost";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.UNREACHABLE;
        }

        @Override
        public String summary() {
            return "the connection to the database was lost: " + reason;
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("fata status");
        }
    }

    /** Another run has the lock and did not give it back in time. */
    record LockHeld(LockHolder holder, Duration waited) implements ServerFailure {
        @Override
        public String code() {
            return "lock.held";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.LOCKED;
        }

        @Override
        public String summary() {
            return "the migration lock is held by " + holder.described() + "; waited " + waited.toSeconds() + " s";
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("wait for it, or allow more time: --lock-wait 10min");
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>(holder.details());
            details.put("waitedSeconds", waited.toSeconds());
            return details;
        }
    }

    /** The role may not do what the command needs. */
    record PermissionDenied(String action, String reason, String grant) implements ServerFailure {
        @Override
        public String code() {
            return "database.permission-denied";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.REFUSED;
        }

        @Override
        public String summary() {
            return "not allowed to " + action + ": " + reason;
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("ask an administrator to run: " + grant);
        }
    }

    /** A query of ours failed in a way that no user caused on purpose: the ledger was altered by hand, the disk is full ... */
    record QueryFailed(String action, String reason, String sqlState) implements ServerFailure {
        @Override
        public String code() {
            return "database.query-failed";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.REFUSED;
        }

        @Override
        public String summary() {
            return "cannot " + action + ": " + reason + " [" + sqlState + "]";
        }

        @Override
        public Optional<String> remedy() {
            return Optional.empty();
        }
    }
}
