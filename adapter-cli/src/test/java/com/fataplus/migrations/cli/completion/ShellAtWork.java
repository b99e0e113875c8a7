package com.fataplus.migrations.cli.completion;

import com.fataplus.migrations.cli.CommandTree;
import com.fataplus.migrations.cli.completion.CompletionScript.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real shell at a terminal of its own, which has read the completion script. Its {@code fata} writes down with what words it was called, and
 * knows two revisions, a label and a backup.
 */
final class ShellAtWork implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final OutputStream keyboard;
    private final Path screen;
    private final Path calls;
    private int answered;

    private ShellAtWork(Process process, Path screen, Path calls) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        this.screen = screen;
        this.calls = calls;
    }

    static ShellAtWork start(Shell shell, Path folder) throws IOException {
        Path calls = Files.createFile(folder.resolve("calls"));
        Path screen = folder.resolve("screen");
        executable(Files.createDirectory(folder.resolve("bin")).resolve("fata"), """
                #!/bin/sh
                case "$*" in
                    *'__complete revisions') printf '%%s\\n' '4f1c2a9be07d:Add plots' '9be27c01d4aa:Add sensors' 'harvests:A label' ;;
                    *'__complete backups') echo 'backup_20261122_093000.sql:backup' ;;
                    *) printf '%%s\\n' "$*" >>%s ;;
                esac
                """.formatted(calls));
        Path script = Files.writeString(
                folder.resolve("script"),
                CompletionScript.of(CommandTree.commands().getFirst(), shell));
        Files.writeString(folder.resolve(".zshrc"), "autoload -U compinit; compinit -D; source " + script + "\n");
        String command = switch (shell) {
            case BASH -> "bash --noprofile --rcfile " + script + " -i";
            case ZSH -> "zsh -d -i";
            case FISH -> "fish --no-config --init-command 'source " + script + "' -i";
        };
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", command, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("ZDOTDIR", folder.toString());
        builder.environment().put("TERM", "xterm");
        return new ShellAtWork(builder.start(), screen, calls);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }

    /** Types, presses the tabulator and then return; answers with the words that fata got. */
    String complete(String typed) throws IOException, InterruptedException {
        keyboard.write((typed + "\t\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        Instant deadline = Instant.now().plus(PATIENCE);
        List<String> lines = Files.readAllLines(calls);
        while (lines.size() == answered) {
            if (Instant.now().isAfter(deadline) || !process.isAlive()) {
                throw new AssertionError("no call after '" + typed + "'; the screen: " + Files.readString(screen));
            }
            TimeUnit.MILLISECONDS.sleep(20);
            lines = Files.readAllLines(calls);
        }
        answered = lines.size();
        return lines.getLast();
    }

    @Override
    public void close() throws IOException {
        keyboard.close();
        process.destroyForcibly().onExit().join();
    }
}
