package com.fataplus.migrations.cli.command;

import com.fataplus.migrations.application.failure.FailureKind;

/** What a command's exit code means; the table in the documentation is this one. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int OUR_BUG = 1;
    public static final int USAGE = 2;
    public static final int CHECK_FOUND = 3;

    private ExitCode() {}

    /** 130 stands for cancellations that no signal asked for; a signal's own code comes from the process's end. */
    public static int of(FailureKind kind) {
        return switch (kind) {
            case INVALID_INPUT -> USAGE;
            case CHECK_FOUND -> CHECK_FOUND;
            case TAKEN_BACK -> 4;
            case NEEDS_ATTENTION -> 5;
            case LOCKED -> 6;
            case UNREACHABLE -> 7;
            case BACKUP_FAILED -> 8;
            case REFUSED -> 9;
            case CANCELLED -> 130;
        };
    }
}
