package com.fataplus.migrations.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.MigrationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks somebody who sits at a terminal. */
public final class Question {
    private Question() {}

    /** True where the answer is yes; where nobody sits there the answer is no. */
    public static boolean ask(Terminal terminal, List<String> facts, Cancellation cancellation) {
        return ask(terminal, System.in, facts, cancellation);
    }

    static boolean ask(Terminal terminal, InputStream in, List<String> facts, Cancellation cancellation) {
        if (terminal.live() != Terminal.Liveness.TERMINAL) {
            return false;
        }
        facts.forEach(terminal.err()::println);
        terminal.err().print("Type yes to go on: ");
        terminal.err().flush();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> line(in), Thread::startVirtualThread);
        Cancellation.Registration stopping = cancellation.onCancel(() -> answer.complete(""));
        try {
            String typed = answer.join();
            cancellation.check();
            return typed.strip().equalsIgnoreCase("yes");
        } catch (MigrationException e) {
            terminal.err().println();
            throw e;
        } finally {
            stopping.close();
        }
    }

    private static String line(InputStream in) {
        try {
            String line = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }
}
