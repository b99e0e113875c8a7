package com.fataplus.migrations.app;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.cli.CommandLineInterface;
import com.google.inject.Guice;
import com.google.inject.Stage;

/** Starts the command line and holds the only exit. */
public final class Main {
    private Main() {}

    /** Ends with the exit code that {@code fata --help} explains; a signal gives 128 and its number. */
    public static void main(String[] arguments) {
        // Its class generation is not needed for our few providers, takes 40 ms, and warns on newer Javas.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        Cancellation cancellation = new Cancellation();
        Signals signals = Signals.stopping(cancellation);
        int exitCode = Guice.createInjector(
                        Stage.PRODUCTION,
                        new HouseRules(),
                        new CommandLineModule(Surroundings.ofProcess(), cancellation))
                .getInstance(CommandLineInterface.class)
                .run(arguments);
        signals.workDone();
        System.exit(exitCode);
    }
}
