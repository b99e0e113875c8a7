package com.fataplus.migrations.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link DatabaseDump} must do. */
public abstract class DatabaseDumpContract {
    private final Cancellation cancellation = new Cancellation();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<Long> progress = new ArrayList<>();

    /** A dump of a database that is not empty. */
    protected abstract DatabaseDump dump();

    /** The server that database is on. */
    protected abstract ServerInfo server();

    /** The beginning of every dump of that kind. */
    protected abstract String beginning();

    @Test
    void findsAToolThatTellsItsVersion() {
        assertThat(dump().find(server()).version()).matches("\\d.*");
    }

    @Test
    void refusesAServerNewerThanItsTool() {
        ServerInfo server = server();
        ServerInfo newer =
                new ServerInfo("99.1", 99, server.address(), server.database(), server.user(), server.databaseBytes());

        MigrationFailure failure = failureOf(() -> dump().find(newer));

        assertThat(failure.code()).isEqualTo("backup.program-too-old");
        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(failure.summary()).contains("99.1");
        assertThat(failure.remedy()).isPresent();
    }

    @Test
    void writesADumpAndReturnsItsSize() {
        long bytes = dumpTo(written);

        assertThat(written.toString(UTF_8)).startsWith(beginning());
        assertThat(bytes).isEqualTo(written.size());
    }

    @Test
    void tellsTheSizeAtTheEnd() {
        long bytes = dumpTo(written);

        assertThat(progress).isSorted().endsWith(bytes);
    }

    @Test
    void failsWhenTheDiskIsFull() {
        MigrationFailure failure = failureOf(() -> dumpTo(failingWith("No space left on device")));

        assertThat(failure.code()).isEqualTo("backup.disk-full");
        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(failure.summary()).contains("No space left on device");
    }

    @Test
    void failsWhenTheStreamDoes() {
        MigrationFailure failure = failureOf(() -> dumpTo(failingWith("Input/output error")));

        assertThat(failure.code()).isEqualTo("backup.not-written");
        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
    }

    @Test
    void writesNothingWhenAskedToStopBefore() {
        cancellation.cancel("SIGTERM");

        MigrationFailure failure = failureOf(() -> dumpTo(written));

        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(written.size()).isZero();
    }

    @Test
    void stopsWhenAskedToMidway() {
        OutputStream stopping = new OutputStream() {
            @Override
            public void write(int single) {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                cancellation.cancel("SIGTERM");
            }
        };

        MigrationFailure failure = failureOf(() -> dumpTo(stopping));

        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(failure.summary()).contains("SIGTERM");
    }

    private long dumpTo(OutputStream stream) {
        DumpTool tool = dump().find(server());
        return dump().dump(tool, new DumpTarget.File(stream), progress::add, cancellation);
    }

    private static OutputStream failingWith(String reason) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static MigrationFailure failureOf(ThrowingCallable work) {
        return catchThrowableOfType(MigrationException.class, work).failure();
    }
}
