package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.FilePrograms;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the user's hooks on a new file, one after the other; the first that fails ends it, and the file stays. */
final class HookRun {
    private static final int LINES_SHOWN = 20;

    private final List<Hook> hooks;
    private final FilePrograms programs;
    private final ScriptStore scripts;

    HookRun(List<Hook> hooks, FilePrograms programs, ScriptStore scripts) {
        this.hooks = List.copyOf(hooks);
        this.programs = requireNonNull(programs, "programs");
        this.scripts = requireNonNull(scripts, "scripts");
    }

    void on(Revision revision, RunContext context) {
        for (Hook hook : hooks) {
            run(hook, revision, context);
        }
        if (!hooks.isEmpty()) {
            scripts.script(revision); // a formatter may take the markers for mere remarks
        }
    }

    private void run(Hook hook, Revision revision, RunContext context) {
        List<String> lines = new ArrayList<>();
        int exitCode;
        try {
            exitCode = programs.run(
                    hook,
                    revision.location(),
                    line -> {
                        lines.add(line);
                        context.tell(new MigrationEvent.HookSaid(hook.name(), line));
                    },
                    context.cancellation());
        } catch (MigrationException e) {
            throw e.failure() instanceof InputFailure failure
                    ? new MigrationException(failed(hook, revision, failure.summary()), e)
                    : e;
        }
        if (exitCode != 0) {
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
            throw new MigrationException(failed(
                    hook,
                    revision,
                    "it ended with exit code " + exitCode + (last.isEmpty() ? "" : "\n" + String.join("\n", last))));
        }
        context.tell(new MigrationEvent.HookFinished(hook.name()));
    }

    private static MigrationFailure failed(Hook hook, Revision revision, String why) {
        return new InputFailure.BadRequest(
                "hook.failed",
                "%s was written and stays, but hook '%s' failed: %s".formatted(revision.location(), hook.name(), why),
                Optional.of("mend the file, or [hooks] in fata.toml; fata edit " + revision.id() + " opens the file"));
    }
}
