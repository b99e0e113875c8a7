package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;
import static com.fataplus.migrations.postgres.catalog.SchemaChanges.FARM;

import java.util.List;

/** Changes of what hangs on a table. */
final class TablePartChanges {
    private TablePartChanges() {}

    static List<SchemaChange> tableParts() {
        return List.of(
                always(
                        FARM,
                        "alter table farm add constraint positive check (size > 0) not valid",
                        "alter table farm drop constraint positive",
                        "added: constraint positive on s.farm"),
                always(
                        FARM + "; alter table farm add constraint positive check (size > 0) not valid",
                        "alter table farm validate constraint positive",
                        "alter table farm drop constraint positive;"
                                + " alter table farm add constraint positive check (size > 0) not valid",
                        "changed: constraint positive on s.farm"),
                always(
                        FARM + "; create table plot (farm integer)",
                        "alter table plot add constraint on_farm foreign key (farm) references farm on delete cascade"
                                + " deferrable initially deferred",
                        "alter table plot drop constraint on_farm",
                        "added: constraint on_farm on s.plot"),
                always(
                        FARM + "; create table plot (farm integer constraint on_farm references farm)",
                        "alter table plot disable trigger all",
                        "alter table plot enable trigger all",
                        "changed: constraint on_farm on s.plot"),
                always(
                        FARM,
                        "alter table farm add constraint apart exclude using gist (int4range(id, id + 1) with &&)",
                        "alter table farm drop constraint apart",
                        "added: constraint apart on s.farm"),
                always(
                                FARM,
                                "alter table farm add constraint named not null name",
                                "alter table farm drop constraint named",
                                "added: constraint named on s.farm")
                        .since(18),
                always(
                                FARM,
                                "alter table farm add constraint positive check (size > 0) not enforced",
                                "alter table farm drop constraint positive",
                                "added: constraint positive on s.farm")
                        .since(18),
                always(FARM, "create index by_name on farm (name)", "drop index by_name", "added: index s.by_name"),
                always(
                        FARM,
                        "create index by_name on farm (lower(name) desc) include (size) where size > 0",
                        "drop index by_name",
                        "added: index s.by_name"),
                always(
                                FARM,
                                "create unique index by_name on farm (name) nulls not distinct",
                                "drop index by_name",
                                "added: index s.by_name")
                        .since(15),
                always(
                        FARM,
                        "alter table farm cluster on farm_pkey",
                        "alter table farm set without cluster",
                        "changed: index s.farm_pkey"),
                always(
                        FARM + "; create index by_size on farm ((size * 2))",
                        "alter index by_size alter column 1 set statistics 500",
                        "alter index by_size alter column 1 set statistics -1",
                        "changed: index s.by_size"),
                always(
                        FARM,
                        "create trigger calm before update on farm for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "drop trigger calm on farm",
                        "added: trigger calm on s.farm"),
                always(
                        FARM + "; create trigger calm before update on farm for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "alter table farm disable trigger calm",
                        "alter table farm enable trigger calm",
                        "changed: trigger calm on s.farm"),
                always(
                        FARM,
                        "create rule quiet as on delete to farm do instead nothing",
                        "drop rule quiet on farm",
                        "added: rule quiet on s.farm"),
                always(
                        FARM,
                        "create policy own on farm for select to pg_monitor, public using (name = current_user)",
                        "drop policy own on farm",
                        "added: policy own on s.farm"),
                always(
                        FARM + "; create policy own on farm using (true)",
                        "alter policy own on farm with check (false)",
                        "drop policy own on farm; create policy own on farm using (true)",
                        "changed: policy own on s.farm"),
                always(
                        FARM,
                        "create statistics habits (dependencies) on name, size from farm",
                        "drop statistics habits",
                        "added: statistics s.habits"),
                always(
                        FARM + "; create statistics habits on name, size from farm",
                        "alter statistics habits set statistics 500",
                        "alter statistics habits set statistics -1",
                        "changed: statistics s.habits"));
    }
}
