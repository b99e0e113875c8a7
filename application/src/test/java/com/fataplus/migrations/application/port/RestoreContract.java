package com.fataplus.migrations.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link DatabaseDump} does with a dump, beside what every {@link NewDatabases} does. */
public abstract class RestoreContract {
    private final Cancellation cancellation = new Cancellation();

    /** A database with a table {@code farm}. */
    protected abstract Database database();

    /** Dumps that database in SQL. */
    protected abstract DatabaseDump dumps();

    /** Beside that database. */
    protected abstract NewDatabases newDatabases();

    /** A dump of that database. */
    protected abstract StoredDump dump();

    @Test
    void readsADumpToItsEnd() {
        dumps().read(tool(), dump(), cancellation);
    }

    @Test
    void findsADumpThatHasNoEnd() {
        InMemoryBackups elsewhere = new InMemoryBackups(1000);
        elsewhere.lay("half.sql", "--\n-- PostgreSQL database dump\n--\n\ncreate table farm (");

        MigrationFailure failure = failureOf(() -> dumps().read(tool(), elsewhere.openFile("half.sql"), cancellation));

        assertThat(failure.code()).isEqualTo("backup.unreadable");
        assertThat(failure.summary()).contains("half.sql");
    }

    @Test
    void bringsADumpIntoAnEmptyDatabase() {
        try (NewDatabase fresh = newDatabases().create("verify")) {
            assertThat(fresh.database().schema().definitions().keySet()).noneMatch(object -> object.contains("farm"));

            dumps().restore(tool(), dump(), new RestoreTarget(fresh.name()), bytes -> {}, cancellation);

            assertThat(fresh.database().schema()).isEqualTo(database().schema());
            assertThat(fresh.database().schema().definitions().keySet()).anyMatch(object -> object.contains("farm"));
        }
    }

    @Test
    void restoresNothingWhenAskedToStopBefore() {
        DumpTool tool = tool();
        cancellation.cancel("SIGTERM");
        try (NewDatabase fresh = newDatabases().create("verify")) {
            MigrationFailure failure = failureOf(
                    () -> dumps().restore(tool, dump(), new RestoreTarget(fresh.name()), bytes -> {}, cancellation));

            assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
            assertThat(fresh.database().schema().definitions().keySet()).noneMatch(object -> object.contains("farm"));
        }
    }

    @Test
    void makesDatabasesThatDoNotMeet() {
        try (NewDatabase one = newDatabases().create("verify");
                NewDatabase other = newDatabases().create("verify")) {
            assertThat(List.of(one.name(), other.name()))
                    .doesNotHaveDuplicates()
                    .doesNotContain(database().server().database());
        }
    }

    @Test
    void leavesTheDatabaseAlone() {
        var before = database().schema();
        try (NewDatabase fresh = newDatabases().create("verify")) {
            dumps().restore(tool(), dump(), new RestoreTarget(fresh.name()), bytes -> {}, cancellation);
        }

        assertThat(database().schema()).isEqualTo(before);
    }

    /** A whole dump in memory of what the tool under test writes. */
    protected StoredDump written(InMemoryBackups into) {
        var bytes = new ByteArrayOutputStream();
        dumps().dump(dumps().find(database().server()), new DumpTarget.File(bytes), progress -> {}, cancellation);
        into.lay("whole.sql", bytes.toString(UTF_8));
        StoredDump whole = into.openFile("whole.sql");
        assertThat(whole.format()).isEqualTo(Format.PLAIN);
        return whole;
    }

    private DumpTool tool() {
        return dumps().findReader(dump(), database().server().version());
    }

    private static MigrationFailure failureOf(ThrowingCallable work) {
        return catchThrowableOfType(MigrationException.class, work).failure();
    }
}
