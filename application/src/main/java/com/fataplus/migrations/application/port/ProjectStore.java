package com.fataplus.migrations.application.port;

import java.util.List;

/** Lays out a new migration directory. */
public interface ProjectStore {
    /**
     * Writes fata.toml, the template, the folders and what git should ignore; must fail where the directory exists and is not empty, and must
     * then change nothing. Returns the paths written, for people.
     */
    List<String> create(String directory);
}
