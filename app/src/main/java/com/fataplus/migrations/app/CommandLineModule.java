package com.fataplus.migrations.app;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.app.demo.MainJobDemo;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.application.port.ConfigSource;
import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.cli.CommandLineInterface;
import com.fataplus.migrations.cli.command.Shell.Demo;
import com.fataplus.migrations.cli.command.Shell.World;
import com.fataplus.migrations.cli.render.Terminal;
import com.fataplus.migrations.filesystem.config.FileConfig;
import com.fataplus.migrations.filesystem.project.FileProject;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.time.Clock;

/** The command line and what it needs before any configuration is read. */
final class CommandLineModule extends AbstractModule {
    private final Surroundings surroundings;
    private final Cancellation cancellation;

    CommandLineModule(Surroundings surroundings, Cancellation cancellation) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.cancellation = requireNonNull(cancellation, "cancellation");
    }

    @Provides
    CommandLineInterface commandLine(World world, Terminal terminal) {
        return new CommandLineInterface(world, terminal);
    }

    @Provides
    Terminal terminal() {
        return surroundings.terminal();
    }

    @Provides
    World world(ConfigSource configuration, Demo demo) {
        FileProject projects = new FileProject(surroundings.here());
        return new World(
                request -> useCases(configuration, request),
                new InitProject(projects),
                new ListTemplates(projects),
                demo,
                cancellation,
                Clock.systemUTC(),
                surroundings.zone(),
                surroundings.operator().toolVersion());
    }

    @Provides
    ConfigSource configuration() {
        return new FileConfig(surroundings.here(), surroundings.environment());
    }

    @Provides
    Demo demo() {
        Path home = surroundings.home().orElse(surroundings.here().path());
        return new MainJobDemo(
                home.resolve("migrations"),
                (environment, stop) -> Guice.createInjector(
                                Stage.PRODUCTION,
                                new HouseRules(),
                                new CommandLineModule(surroundings.with(environment), stop))
                        .getInstance(World.class));
    }

    /** A configuration picks nothing but values, so one module serves every one. */
    private UseCases useCases(ConfigSource configuration, ConfigRequest request) {
        return Guice.createInjector(
                        Stage.PRODUCTION,
                        new HouseRules(),
                        new AdaptersModule(surroundings, configuration.read(request)))
                .getInstance(UseCases.class);
    }
}
