package com.fataplus.migrations.application.port;

import java.util.List;

/** Lays out new migration directories. */
public interface ProjectStore {
    /** What a project can begin as; the first is what is meant where nobody chooses. */
    List<ProjectTemplate> templates();

    /**
     * Writes fata.toml, the template of revisions, the folders and what git should ignore; must fail where the directory exists and is not
     * empty, and must then change nothing. Returns the paths written, for people.
     */
    List<String> create(String directory, ProjectTemplate template);
}
