package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.event.EventSink;

/** Events told to people as they happen, until the command has its answer. */
public interface Progress extends EventSink {
    /** Leaves nothing on the screen but what stays true. */
    void end();

    /** As much as is wanted, in the way the terminal allows. */
    static Progress on(Terminal terminal, ProgressLines.Detail detail) {
        ProgressLines lines = new ProgressLines(terminal, detail);
        return switch (terminal.live()) {
            case TERMINAL -> detail == ProgressLines.Detail.QUIET ? lines : LiveProgress.start(terminal, lines);
            case PIPE -> lines;
        };
    }
}
