package com.fataplus.migrations.application.port;

/** Makes databases to try things in. */
public interface ScratchDatabases {
    /**
     * Creates one. Nothing that is done in it, short of statements that reach beyond any database, may touch the database being migrated.
     * Also drops those that a killed process left behind, once they are old enough not to be in use. Fails with
     * {@code RefusedFailure.NotAllowed} where the role may not create databases, and with a {@code ServerFailure} where the server cannot
     * be asked; in both cases must leave none behind.
     */
    Scratch create(ScratchSource source);
}
