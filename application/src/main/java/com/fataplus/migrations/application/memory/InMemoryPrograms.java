package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.port.FilePrograms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An editor and hooks that are only told about. */
public final class InMemoryPrograms implements FilePrograms {
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Integer> exitCodes = new HashMap<>();
    private Runnable atWork = () -> {};

    /** What the next programs do while they run, as a person with an editor would. */
    public void whileOpen(Runnable work) {
        atWork = requireNonNull(work, "work");
    }

    /** From now on a hook ends with this. */
    public void endWith(String hook, int exitCode) {
        exitCodes.put(hook, exitCode);
    }

    /** What was called, in order: {@code edit a.sql b.sql}, {@code format: pg_format a.sql}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void edit(List<String> locations) {
        calls.add("edit " + String.join(" ", locations));
        atWork.run();
    }

    @Override
    public int run(Hook hook, String location, Consumer<String> output, Cancellation cancellation) {
        cancellation.check();
        calls.add(hook.name() + ": " + String.join(" ", hook.commandFor(location)));
        output.accept("looked at " + location);
        atWork.run();
        return exitCodes.getOrDefault(hook.name(), 0);
    }
}
