package com.fataplus.migrations.application.failure;

/** What sort of failure it is; becomes an exit code or an HTTP status only at the edge. */
public enum FailureKind {
    /** Usage, configuration or script error; nothing ran. */
    INVALID_INPUT,
    /** A check did its work and found something. */
    CHECK_FOUND,
    /** The run failed and the database is as it was before, verified. */
    TAKEN_BACK,
    /** The run failed and a person is needed. */
    NEEDS_ATTENTION,
    /** The lock is held by another. */
    LOCKED,
    /** Cannot connect, or the server is not supported. */
    UNREACHABLE,
    /** The backup failed; nothing ran. */
    BACKUP_FAILED,
    /** The state or the request does not allow it; nothing ran. */
    REFUSED,
    /** Asked to stop, and stopped with the database as it was before. */
    CANCELLED
}
