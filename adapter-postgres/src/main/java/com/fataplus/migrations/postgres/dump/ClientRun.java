package com.fataplus.migrations.postgres.dump;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client program from start to end. No record: its environment has the password in it.
 *
 * <p>However it is run, a request to stop ends it and throws; no process is left behind.
 */
final class ClientRun {
    private static final int BLOCK_BYTES = 256 * 1024;
    private static final Duration PATIENCE_WITH_THE_DYING = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Cancellation cancellation;

    /** @param name for messages */
    ClientRun(String name, List<String> command, Map<String, String> environment, Cancellation cancellation) {
        this.name = requireNonNull(name, "name");
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.cancellation = requireNonNull(cancellation, "cancellation");
    }

    /** Takes what a program writes. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] block, int length) throws IOException;
    }

    /** Writes what a program reads, and closes nothing. */
    @FunctionalInterface
    interface Feed {
        void into(OutputStream input) throws IOException;
    }

    /** Hands on what it writes, with nothing to read. */
    ClientProgram.Exit writing(Sink sink) {
        return started(program -> {
            program.input().close();
            passOn(program.output(), sink);
            return program.await();
        });
    }

    /** Looks on a few times a second while it does its work on files. */
    ClientProgram.Exit watching(Runnable look) {
        return started(program -> {
            program.input().close();
            while (!program.endsWithin(BETWEEN_LOOKS)) {
                look.run();
            }
            return program.await();
        });
    }

    /**
     * Feeds it; what it says on standard output is of no interest. A program that stops reading early tells why by its exit.
     *
     * @param feed a failure that it throws other than a broken pipe is thrown again, after the program has ended
     */
    ClientProgram.Exit feeding(Feed feed) {
        return started(program -> {
            Thread.startVirtualThread(() -> drain(program.output()));
            try {
                feed.into(program.input());
                program.input().close();
            } catch (IOException | UncheckedIOException e) {
                if (!program.endsWithin(PATIENCE_WITH_THE_DYING)) {
                    throw e;
                }
            }
            return program.await();
        });
    }

    private ClientProgram.Exit started(Work work) {
        cancellation.check();
        try (ClientProgram program = ClientProgram.startToFeed(command, environment, cancellation)) {
            ClientProgram.Exit exit = work.with(program);
            cancellation.check();
            return exit;
        } catch (IOException e) {
            cancellation.check();
            throw new MigrationException(
                    new BackupFailure(
                            "backup.failed", "cannot work with " + name + ": " + e.getMessage(), Optional.empty()),
                    e);
        }
    }

    private static void passOn(InputStream from, Sink sink) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        for (int length = from.read(block); length >= 0; length = from.read(block)) {
            sink.take(block, length);
        }
    }

    private static void drain(InputStream output) {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // the program has ended
        }
    }

    private interface Work {
        ClientProgram.Exit with(ClientProgram program) throws IOException;
    }
}
