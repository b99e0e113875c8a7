package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.event.Cancellation;
import java.util.List;
import java.util.function.Consumer;

/** Programs of the user's own that look at revision files or change them. */
public interface FilePrograms {
    /**
     * Opens files in the user's editor and returns once it was closed; must fail with {@code InputFailure} where nobody sits at a terminal,
     * where there is no editor, and where the editor says that it failed.
     *
     * @param locations as revisions tell them
     */
    void edit(List<String> locations);

    /**
     * Runs a hook on one file and hands on what it prints, line by line; returns what it ended with. Must fail with {@code InputFailure} where
     * it cannot be started, and stop it when asked to.
     */
    int run(Hook hook, String location, Consumer<String> output, Cancellation cancellation);
}
