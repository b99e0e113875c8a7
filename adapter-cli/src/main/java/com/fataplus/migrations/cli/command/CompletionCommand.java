package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.cli.completion.CompletionScript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fata completion}. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete commands, options, revisions and labels.",
        footer = {
            "",
            "bash, in ~/.bashrc:                    eval \"$(fata completion bash)\"",
            "zsh, in ~/.zshrc after compinit:       eval \"$(fata completion zsh)\"",
            "fish, in ~/.config/fish/config.fish:  fata completion fish | source",
            "",
            "Examples:",
            "  fata completion bash",
            "  fata completion zsh",
            "  fata completion fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private CompletionScript.Shell kind;

    CompletionCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        String script = CompletionScript.of(spec.parent().commandLine(), kind);
        return shell.answer(
                "completion",
                ReportDocuments.script(kind.toString(), script),
                script.lines().toList());
    }
}
