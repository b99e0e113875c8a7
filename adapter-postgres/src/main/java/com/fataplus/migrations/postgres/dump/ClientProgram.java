package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fataplus.migrations.application.event.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A client program at work; it ends when somebody asks to stop, and at the latest when it is closed. */
final class ClientProgram implements AutoCloseable {
    /** How long a program that was asked to end may take; pg_dump tells the server to stop before it goes. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int MOST_ERROR_BYTES = 4096;

    private final Process process;
    private final Tail errors = new Tail(MOST_ERROR_BYTES);
    private final CompletableFuture<Void> errorsRead;
    private final Queue<ProcessHandle> ending = new ConcurrentLinkedQueue<>();
    private final Cancellation.Registration registration;

    private ClientProgram(Process process, Cancellation cancellation) {
        this.process = process;
        this.errorsRead = CompletableFuture.runAsync(this::readErrors, Thread::startVirtualThread);
        this.registration = cancellation.onCancel(this::end);
    }

    /** Starts the program with exactly this environment and nothing to read. */
    static ClientProgram start(List<String> command, Map<String, String> environment, Cancellation cancellation)
            throws IOException {
        ClientProgram program = startToFeed(command, environment, cancellation);
        program.input().close();
        return program;
    }

    /** Starts the program with exactly this environment; it reads what its {@link #input} gets. */
    static ClientProgram startToFeed(List<String> command, Map<String, String> environment, Cancellation cancellation)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new ClientProgram(builder.start(), cancellation);
    }

    /** What it reads; closing it is the end of its input. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** What it writes; ends when the program does. */
    InputStream output() {
        return process.getInputStream();
    }

    /** Whether it ends by itself within that time. */
    boolean endsWithin(Duration patience) {
        return isDone(process.onExit(), patience);
    }

    /** Waits for its end. */
    Exit await() {
        int code = process.onExit().join().exitValue();
        // A child it left behind may keep the pipe open.
        isDone(errorsRead, GRACE);
        return new Exit(code, errors.text().strip());
    }

    /** Asks it and its children to end, and makes them a little later; returns at once. */
    private void end() {
        // Not by Process.destroy, which closes the streams under whoever reads them. Itself first, or it might go on
        // without its children.
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(this::end);
    }

    private void end(ProcessHandle handle) {
        ending.add(handle);
        handle.destroy();
        var unused = handle.onExit()
                .completeOnTimeout(handle, GRACE.toMillis(), MILLISECONDS)
                .thenAccept(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        registration.close();
        if (process.isAlive()) {
            end();
        }
        ending.forEach(handle -> handle.onExit().join());
        await();
        try {
            process.getOutputStream().close();
            process.getInputStream().close();
            process.getErrorStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a pipe", e);
        }
    }

    private void readErrors() {
        try {
            process.getErrorStream().transferTo(errors);
        } catch (IOException e) {
            byte[] reason = e.toString().getBytes(UTF_8);
            errors.write(reason, 0, reason.length);
        }
    }

    private static boolean isDone(CompletableFuture<?> work, Duration patience) {
        return work.handle((result, failure) -> true)
                .completeOnTimeout(false, patience.toMillis(), MILLISECONDS)
                .join();
    }

    /**
     * How a program ended.
     *
     * @param errors the last it wrote to its standard error
     */
    record Exit(int code, String errors) {
        /** Where Java puts the number of the signal that ended a process. */
        private static final int SIGNALLED = 128;

        boolean succeeded() {
            return code == 0;
        }

        /** For people: what became of the program of that name, and its last words. */
        String told(String program) {
            return program + " " + described()
                    + (errors.isEmpty() ? "" : "\n" + errors.indent(2).stripTrailing());
        }

        /** For people: the exit code, or the signal that ended it. */
        String described() {
            return code > SIGNALLED ? "was killed by signal " + (code - SIGNALLED) : "failed with exit code " + code;
        }
    }
}
