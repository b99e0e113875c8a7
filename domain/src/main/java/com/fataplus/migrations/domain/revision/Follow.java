package com.fataplus.migrations.domain.revision;

/** Which links a question about the graph follows. */
public enum Follow {
    /** Lines of history only. */
    PARENTS,
    /** All that has to be applied first. */
    PARENTS_AND_DEPENDENCIES
}
