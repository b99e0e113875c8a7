package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * For somebody who watches a terminal: the facts as {@link ProgressLines} tells them, and below them what goes on, drawn again and again until
 * it is over. What is over before it would be drawn is never seen, so short runs do not flicker.
 */
final class LiveProgress implements Progress {
    private static final long BETWEEN_DRAWINGS_MILLIS = 150;
    private static final int USUAL_WIDTH = 80;

    /** Without wrapping, a line that is too long for a window made smaller stays one line, and one stroke wipes it. */
    private static final String CLEAR_LINE = "\r\u001b[K";

    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final Terminal terminal;
    private final ProgressLines lines;
    private final LongSupplier nanoTime;
    private Optional<ScheduledFuture<?>> drawing = Optional.empty();
    private Optional<Activity> activity = Optional.empty();
    private String began = "";
    private long since;
    private boolean drawn;
    private boolean over;

    LiveProgress(Terminal terminal, ProgressLines lines, LongSupplier nanoTime) {
        this.terminal = requireNonNull(terminal, "terminal");
        this.lines = requireNonNull(lines, "lines");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
    }

    /** Draws from now on, until {@link #end}. */
    static LiveProgress start(Terminal terminal, ProgressLines lines) {
        LiveProgress live = new LiveProgress(terminal, lines, System::nanoTime);
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().daemon().name("fata-progress").unstarted(task));
        live.drawing = Optional.of(scheduler.scheduleWithFixedDelay(
                live::draw, BETWEEN_DRAWINGS_MILLIS, BETWEEN_DRAWINGS_MILLIS, TimeUnit.MILLISECONDS));
        return live;
    }

    @Override
    public synchronized void accept(MigrationEvent event) {
        if (lines.tells(event)) {
            clear();
            lines.accept(event);
        }
        activity = Activity.after(event, activity);
        String label = activity.map(Activity::label).orElse("");
        if (!label.equals(began)) {
            began = label;
            since = nanoTime.getAsLong();
        }
        if (activity.isEmpty()) {
            clear();
        }
    }

    /** What goes on, over what was drawn before. */
    synchronized void draw() {
        if (over || activity.isEmpty()) {
            return;
        }
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - since);
        // The last column stays free: a cursor behind it would be on the next line already.
        String line = ActivityLine.of(activity.get(), elapsed, width() - 1, terminal.errorStyle());
        terminal.err().print(NO_WRAP + "\r" + line + "\u001b[K" + WRAP);
        terminal.err().flush();
        drawn = true;
    }

    @Override
    public synchronized void end() {
        over = true;
        drawing.ifPresent(task -> task.cancel(false));
        clear();
    }

    private int width() {
        return terminal.screen().columns().orElse(USUAL_WIDTH);
    }

    private void clear() {
        if (drawn) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
            drawn = false;
        }
    }
}
