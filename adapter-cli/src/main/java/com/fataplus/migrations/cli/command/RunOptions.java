package com.fataplus.migrations.cli.command;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of commands that run scripts; each overrides a setting of fata.toml for this once. */
final class RunOptions {
    /** What {@code run.transaction} may be; the configuration judges it, whatever says it. */
    static final class Modes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("auto", "run", "revision").iterator();
        }
    }

    /** What {@code run.on_failure} may be. */
    static final class Policies implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("auto", "downgrade", "stop").iterator();
        }
    }

    @Option(
            names = "--transaction",
            paramLabel = "MODE",
            completionCandidates = Modes.class,
            description = "auto, run (all steps in one transaction) or revision (each in its own)")
    private Optional<String> transaction = Optional.empty();

    @Option(
            names = "--on-failure",
            paramLabel = "POLICY",
            completionCandidates = Policies.class,
            description = "auto, downgrade (take back what this run committed) or stop (keep it)")
    private Optional<String> onFailure = Optional.empty();

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            description = "how long to wait for another run, as 90s or 10min")
    private Optional<String> lockWait = Optional.empty();

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            description = "how long a statement waits for a table before the transaction is tried again, as 500ms")
    private Optional<String> lockTimeout = Optional.empty();

    @Option(names = "--no-backup", description = "take no backup before this run")
    private boolean withoutBackup;

    /** A script cannot go back by itself. */
    void refuseInScript() {
        if (onFailure.isPresent()) {
            throw RunWay.refused("--on-failure", "--sql", "where a script fails, what it committed before stays");
        }
    }

    /** A trial is one transaction, and there is nothing to go back from. */
    void refuseInTrial() {
        if (transaction.isPresent()) {
            throw RunWay.refused("--transaction", "--trial", "a trial is one transaction");
        }
        if (onFailure.isPresent()) {
            throw RunWay.refused("--on-failure", "--trial", "a trial is rolled back in any case");
        }
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        transaction.ifPresent(value -> settings.put("run.transaction", value));
        onFailure.ifPresent(value -> settings.put("run.on_failure", value));
        lockWait.ifPresent(value -> settings.put("run.lock_wait", value));
        lockTimeout.ifPresent(value -> settings.put("run.lock_timeout", value));
        if (withoutBackup) {
            settings.put("backup.when", "never");
        }
        return settings;
    }
}
