package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.script.Statement;
import java.time.Duration;

/** Hears of each statement once it is done. */
@FunctionalInterface
public interface StatementProgress {
    /** The statement with this index, counted from 0 in its section, succeeded. */
    void done(int index, Statement statement, Duration took);
}
