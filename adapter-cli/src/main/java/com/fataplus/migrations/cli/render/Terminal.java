package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * The two streams of a command: data goes to standard output, progress and complaints to standard error.
 *
 * @param style of standard output
 * @param errorStyle of standard error: one may be a terminal while the other is a file
 * @param live whether progress may be redrawn in place, because a person looks at standard error
 */
public record Terminal(PrintStream out, PrintStream err, Style style, Style errorStyle, Liveness live, Screen screen) {
    public Terminal {
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        requireNonNull(style, "style");
        requireNonNull(errorStyle, "errorStyle");
        requireNonNull(live, "live");
        requireNonNull(screen, "screen");
    }

    /** One that nobody looks at. */
    public Terminal(PrintStream out, PrintStream err, Style style, Liveness live) {
        this(out, err, style, style, live, Screen.NONE);
    }

    /** Whether a person watches. */
    public enum Liveness {
        /** Lines may be redrawn. */
        TERMINAL,
        /** One line for each fact. */
        PIPE
    }

    /** The streams of this process, UTF-8 whatever the locale. */
    public static Terminal ofProcess(Style style, Style errorStyle, Liveness live, Screen screen) {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), style, errorStyle, live, screen);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new Outlet(new FileOutputStream(descriptor));
    }

    /** Why the answer did not reach standard output, where it did not. */
    public Optional<String> loss() {
        return out instanceof Outlet outlet ? outlet.loss() : Optional.empty();
    }

    /** The same streams without colours. */
    public Terminal plain() {
        return new Terminal(out, err, Style.PLAIN, Style.PLAIN, live, screen);
    }
}
