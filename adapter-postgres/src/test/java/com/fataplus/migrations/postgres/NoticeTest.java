package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.MigrationEvent.Warning;
import org.junit.jupiter.api.Test;

class NoticeTest extends PostgresScenarios {
    @Test
    void isToldWithItsPlace() {
        in(session -> commit(
                session,
                section("create table if not exists pg_catalog.pg_class ();\n"
                        + "do $$ begin raise warning 'mind the gap'; end $$;")));

        assertThat(events())
                .filteredOn(Warning.class::isInstance)
                .containsExactly(
                        new Warning("server.notice", "1a.sql:2:1: relation \"pg_class\" already exists, skipping"),
                        new Warning("server.notice", "1a.sql:3:1: mind the gap"));
    }
}
