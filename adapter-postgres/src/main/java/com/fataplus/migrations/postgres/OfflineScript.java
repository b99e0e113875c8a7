package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.port.SectionRun;
import java.time.Duration;

/** The text of a script as it grows, and the session that it sets up for itself. */
final class OfflineScript {
    /** How long the step at work has taken; psql keeps when it began, because a section may reset what a session keeps. */
    static final String SINCE_STEP_STARTED = "clock_timestamp() - :'fata_step_started'::timestamptz";

    /** So that psql stops at the first error and leaves transactions to us, whatever somebody's psqlrc says. */
    private static final String PSQL = """
            \\set ON_ERROR_STOP on
            \\set ON_ERROR_ROLLBACK off
            \\set AUTOCOMMIT on
            """;

    private final StringBuilder text = new StringBuilder();
    private final LedgerSchema ledger;
    private final String ourSettings;

    OfflineScript(LedgerSchema ledger, String command) {
        this.ledger = ledger;
        this.ourSettings =
                "set client_encoding = 'UTF8'; set standard_conforming_strings = on; set datestyle = 'ISO'; set application_name = "
                        + SqlLiteral.of("fata " + command) + ";";
    }

    /** What no server reads, on one line. */
    void comment(String words) {
        text.append("-- ").append(words.replaceAll("\\R", " ")).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    /** Statements with their semicolons. */
    void sql(String statements) {
        text.append(statements);
        if (!statements.endsWith("\n")) {
            blank();
        }
    }

    /** Takes the lock and then does what has to come before everything else. */
    void open(Duration lockWait, String first) {
        blank();
        text.append(PSQL);
        forget();
        sql(new OfflineGuard(ledger).lock(lockWait));
        sql(first);
    }

    /** Gives the lock back. */
    void close() {
        blank();
        sql(new OfflineGuard(ledger).unlock());
    }

    /** Ends all settings that a section made, and puts ours in their place; within a transaction or without. */
    void forget() {
        sql(ScriptSettings.FORGET.strip().replace("\n", " "));
        sql(ourSettings);
    }

    /**
     * The limits of a section.
     *
     * @param set {@code set} or {@code set local}
     */
    void limits(String set, SectionRun run) {
        sql("%s lock_timeout = %s;".formatted(set, ScriptSettings.milliseconds(run.lockTimeout())));
        run.statementTimeout()
                .ifPresent(timeout ->
                        sql("%s statement_timeout = %s;".formatted(set, ScriptSettings.milliseconds(timeout))));
    }

    void startClock() {
        sql("select clock_timestamp() as fata_step_started \\gset");
    }

    String text() {
        return text.toString();
    }
}
