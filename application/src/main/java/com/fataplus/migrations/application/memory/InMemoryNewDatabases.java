package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.NewDatabases;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The databases of a server in memory: the one being migrated, and those that come and go beside it. */
public final class InMemoryNewDatabases implements NewDatabases {
    private final InMemoryDatabase original;
    private final Clock clock;
    private final Map<String, InMemoryDatabase> newDatabases = new LinkedHashMap<>();
    private Optional<String> grant = Optional.empty();
    private int created;

    public InMemoryNewDatabases(InMemoryDatabase original, Clock clock) {
        this.original = requireNonNull(original, "original");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Refuses to create any from now on, for want of this grant. */
    public void forbid(String missingGrant) {
        grant = Optional.of(missingGrant);
    }

    /** The names of those that were not dropped. */
    public List<String> names() {
        return List.copyOf(newDatabases.keySet());
    }

    @Override
    public NewDatabase create(String purpose) {
        grant.ifPresent(missing -> {
            throw new MigrationException(new ServerFailure.PermissionDenied(
                    "create a database", "permission denied to create database", missing));
        });
        created++;
        String name = original.server().database() + "_" + purpose + "_" + created;
        newDatabases.put(name, new InMemoryDatabase(clock));
        return new MemoryNewDatabase(name);
    }

    @Override
    public void dropAside(String name) {
        requireNonNull(newDatabases.remove(name), name);
    }

    InMemoryDatabase original() {
        return original;
    }

    InMemoryDatabase named(String name) {
        return name.equals(original.server().database()) ? original : requireNonNull(newDatabases.get(name), name);
    }

    /** A fresh that can take the place of the original. */
    interface Successor {
        void takeOver(String aside);
    }

    private final class MemoryNewDatabase implements NewDatabase, Successor {
        private final String name;

        private MemoryNewDatabase(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Database database() {
            return newDatabases.get(name);
        }

        @Override
        public void takeOver(String aside) {
            InMemoryDatabase before = new InMemoryDatabase(clock);
            before.commit(original.committed());
            InMemoryDatabase restored = newDatabases.remove(name);
            original.take(restored.committed(), restored.follow());
            newDatabases.put(aside, before);
        }

        @Override
        public void close() {
            newDatabases.remove(name);
        }
    }
}
