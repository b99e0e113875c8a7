package com.fataplus.migrations.app.demo;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.cli.command.ExitCode;
import java.util.List;

/** What the demonstration says, types and changes, in order. */
final class Story {
    private static final int FAILED_AND_TAKEN_BACK = 4;

    private static final String GOOD_NAME = "900_add_harvests.sql";
    private static final String GOOD = """
            -- Add harvests
            --
            -- Revision: 900
            -- Revises: HEAD

            -- migrate:up
            create table harvests (
                id bigint generated always as identity primary key,
                crop_id uuid not null,
                harvested_on date not null,
                kilograms numeric(12, 3) not null check (kilograms > 0)
            );

            -- migrate:down
            drop table harvests;
            """;

    private static final String BROKEN_NAME = "901_add_yields.sql";
    private static final String BROKEN = """
            -- Add the yield of each harvest
            --
            -- Revision: 901
            -- Revises: 900

            -- migrate:up
            alter table harvests add column hectares numeric(10, 4);
            create index harvests_day on harvests (harvested_on);
            create view yields as
                select id, kilograms / hectare as kilograms_per_hectare from harvests;

            -- migrate:down
            drop view yields;
            drop index harvests_day;
            alter table harvests drop column hectares;
            """;

    private Story() {}

    /** One moment of the demonstration. */
    sealed interface Beat {}

    /** Tells what comes. */
    record Say(String sentence) implements Beat {}

    /** Shows a file. */
    record Show(String name, String text) implements Beat {}

    /** Changes the folder, unseen. */
    record Do(Runnable change) implements Beat {}

    /** Types a command and wants this exit code. */
    record Type(int expectedExitCode, List<String> arguments) implements Beat {
        Type {
            arguments = List.copyOf(requireNonNull(arguments, "arguments"));
        }
    }

    static List<Beat> in(DemoFolder folder, String head) {
        return List.of(
                new Say("A database that nobody has migrated yet."),
                type(ExitCode.OK, "status"),
                new Say("Upgrade it. A backup comes first, then each revision with its ledger row."),
                type(ExitCode.OK, "upgrade"),
                type(ExitCode.OK, "history", "--indicate-current"),
                new Say("Two more revisions arrive. The first is fine; the second has a mistake in its view."),
                new Do(() -> folder.write(GOOD_NAME, GOOD.replace("HEAD", head))),
                new Do(() -> folder.write(BROKEN_NAME, BROKEN)),
                new Show(BROKEN_NAME, BROKEN),
                new Say("Each revision commits on its own now, so the first is in the database when the second fails."),
                type(FAILED_AND_TAKEN_BACK, "upgrade", "--transaction", "revision"),
                new Say("Exit code 4: the run failed and the database is where it was before, verified."),
                type(ExitCode.OK, "current"),
                new Do(() -> folder.delete(BROKEN_NAME)),
                new Do(() -> folder.delete(GOOD_NAME)),
                new Say("Take everything down, and bring it up again."),
                type(ExitCode.OK, "downgrade", "base"),
                type(ExitCode.OK, "upgrade"),
                new Say("Every run left a backup."),
                type(ExitCode.OK, "backup", "list"));
    }

    private static Type type(int expectedExitCode, String... arguments) {
        return new Type(expectedExitCode, List.of(arguments));
    }
}
