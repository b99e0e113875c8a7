package com.fataplus.migrations.application.port;

/** Databases that come and go beside the one being migrated, on the same server. */
public interface NewDatabases {
    /**
     * Creates one: empty, with the encoding, locale, tablespace and owner of the database being migrated. Must remove those that crashed
     * processes left, and fail with {@code ServerFailure.PermissionDenied} where the role may create none.
     *
     * @param purpose a word for its name: {@code verify} or {@code restore}
     */
    NewDatabase create(String purpose);

    /** Drops a database that made way for another one; must fail with a {@code ServerFailure} where that cannot be done. */
    void dropAside(String name);
}
