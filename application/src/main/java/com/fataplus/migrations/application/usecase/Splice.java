package com.fataplus.migrations.application.usecase;

/** Whether a new revision may build on one that others build on already. */
public enum Splice {
    /** It builds on heads only. */
    REFUSED,
    /** It may begin a branch. */
    ALLOWED
}
