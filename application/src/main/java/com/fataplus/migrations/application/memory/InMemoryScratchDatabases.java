package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.Scratch;
import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScratchSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Databases of a moment; {@link #prepare} makes them fail on purpose. */
public final class InMemoryScratchDatabases implements ScratchDatabases {
    private final Clock clock;
    private final List<InMemoryDatabase> made = new ArrayList<>();
    private final List<InMemoryDatabase> open = new ArrayList<>();
    private Consumer<InMemoryDatabase> preparation = database -> {};
    private Set<String> missing = Set.of();
    private Optional<MigrationFailure> refusal = Optional.empty();

    public InMemoryScratchDatabases(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** What is done to each before anybody gets it. */
    public void prepare(Consumer<InMemoryDatabase> preparation) {
        this.preparation = requireNonNull(preparation, "preparation");
    }

    /** Names that the database being migrated has and they lack. */
    public void lack(Set<String> names) {
        missing = Set.copyOf(names);
    }

    /** From now on none can be had. */
    public void refuse(MigrationFailure why) {
        refusal = Optional.of(why);
    }

    /** All there ever were, oldest first. */
    public List<InMemoryDatabase> made() {
        return List.copyOf(made);
    }

    /** Those nobody has closed. */
    public List<InMemoryDatabase> open() {
        return List.copyOf(open);
    }

    @Override
    public Scratch create(ScratchSource source) {
        refusal.ifPresent(why -> {
            throw new MigrationException(why);
        });
        InMemoryDatabase database = new InMemoryDatabase(clock);
        preparation.accept(database);
        made.add(database);
        open.add(database);
        return new Scratch() {
            @Override
            public Database database() {
                return database;
            }

            @Override
            public Set<String> missing() {
                return missing;
            }

            @Override
            public void close() {
                open.remove(database);
            }
        };
    }
}
