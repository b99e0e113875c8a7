package com.fataplus.migrations.filesystem.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserProgramsTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    private final Cancellation cancellation = new Cancellation();
    private final List<String> output = new ArrayList<>();

    @BeforeEach
    void laysOutAProject() throws IOException {
        Files.createDirectories(folder.resolve("my farm/versions"));
    }

    @Test
    void aHookGetsItsArgumentsOneByOne() {
        assertThat(run("printf", "<%s>\\n", "a b", "$HOME; *", "--file={file}")).isZero();

        assertThat(output).containsExactly("<a b>", "<$HOME; *>", "<--file=" + folder + "/my farm/versions/a b;c.sql>");
    }

    @Test
    void aHookFindsTheFileInItsEnvironmentToo() {
        run("sh", "-c", "echo \"$FATA_REVISION_FILE\"");

        assertThat(output).containsExactly(folder + "/my farm/versions/a b;c.sql");
    }

    @Test
    void aHookRunsInTheFolderOfTheProject() {
        run("pwd");

        assertThat(output).containsExactly(folder + "/my farm");
    }

    @Test
    void aHookWithASlashLiesBesideTheConfiguration() throws IOException {
        program("my farm/tools/check", "echo checked; echo twice >&2; exit 3");

        assertThat(run("tools/check", "{file}")).isEqualTo(3);
        assertThat(output).containsExactly("checked", "twice");
    }

    @Test
    void aHookHasNothingToRead() {
        run("cat");

        assertThat(output).isEmpty();
    }

    @Test
    void aHookThatIsNotThereIsNamed() {
        MigrationFailure failure = failure(() -> run("no-such-formatter", "{file}"));

        assertThat(failure.summary()).isEqualTo("cannot run 'no-such-formatter': no such file or directory");
    }

    @Test
    void aHookIsStoppedWhenAskedTo() throws Exception {
        program("my farm/wait", "echo waiting; exec sleep 600");

        MigrationFailure failure = failure(() -> programs(Attendance.NOBODY)
                .run(
                        new Hook("wait", List.of("./wait")),
                        "my farm/versions/a.sql",
                        line -> cancellation.cancel("a test asked to"),
                        cancellation));

        assertThat(failure).isInstanceOf(RunFailure.Cancelled.class);
    }

    @ParameterizedTest
    @CsvSource({
        "VISUAL, ignored, an editor",
        "EDITOR, , an editor",
    })
    void theEditorIsTheUsers(String variable, String other, String expected) throws IOException {
        program("an editor", "printf '%s\\n' \"$@\" > '" + folder + "/opened'");
        environment.put("EDITOR", String.valueOf(other));
        environment.put(variable, "'" + folder + "/" + expected + "' -w --title=\"two words\"");

        programs(Attendance.AT_A_TERMINAL).edit(List.of("my farm/versions/$(touch x) a.sql", "b.sql"));

        assertThat(folder.resolve("opened"))
                .hasContent("-w\n--title=two words\n" + folder + "/my farm/versions/$(touch x) a.sql\n" + folder
                        + "/b.sql\n");
    }

    @Test
    void oneOfTheUsualEditorsWillDo() throws IOException {
        program("bin/vi", "echo \"$1\" > '" + folder + "/opened'");
        program("bin/sh", "exec /bin/sh \"$@\"");
        environment.put("PATH", folder.resolve("nothing") + ":" + folder.resolve("bin"));
        environment.put("EDITOR", "  ");

        programs(Attendance.AT_A_TERMINAL).edit(List.of("a.sql"));

        assertThat(folder.resolve("opened")).hasContent(folder + "/a.sql\n");
    }

    @Test
    void missesAnEditor() {
        environment.put("PATH", folder.toString());

        MigrationFailure failure =
                failure(() -> programs(Attendance.AT_A_TERMINAL).edit(List.of("a.sql")));

        assertThat(failure.code()).isEqualTo("edit.no-editor");
        assertThat(failure.remedy().orElseThrow()).contains("export EDITOR=");
    }

    @Test
    void tellsThatTheEditorFailed() {
        environment.put("EDITOR", "exit 7 #");

        assertThat(failure(() -> programs(Attendance.AT_A_TERMINAL).edit(List.of("a.sql")))
                        .summary())
                .isEqualTo("the editor 'exit 7 #' ended with exit code 7");
    }

    @Test
    void opensNoEditorWhereNobodySits() {
        environment.put("EDITOR", "touch '" + folder + "/opened'");

        assertThat(failure(() -> programs(Attendance.NOBODY).edit(List.of("a.sql")))
                        .code())
                .isEqualTo("edit.no-terminal");
        assertThat(folder.resolve("opened")).doesNotExist();
    }

    private int run(String... command) {
        return programs(Attendance.NOBODY)
                .run(new Hook("hook", List.of(command)), "my farm/versions/a b;c.sql", output::add, cancellation);
    }

    private UserPrograms programs(Attendance attendance) {
        return new UserPrograms(new WorkingDirectory(folder), "my farm", environment, attendance);
    }

    private void program(String name, String commands) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static MigrationFailure failure(ThrowingCallable call) {
        MigrationException thrown = catchThrowableOfType(MigrationException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
