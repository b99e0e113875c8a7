package com.fataplus.migrations.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ScriptStoreContract;
import com.fataplus.migrations.domain.revision.Revision;
import org.junit.jupiter.api.Test;

class InMemoryScriptsTest extends ScriptStoreContract {
    private final InMemoryScripts scripts = new InMemoryScripts();

    @Override
    protected InMemoryScripts store() {
        return scripts;
    }

    @Override
    protected void put(String name, String text) {
        scripts.put(name, text);
    }

    @Test
    void tellsThatAFileIsGone() {
        scripts.put("1a.sql", "-- Begin\n-- Revision: 1a\n-- Revises:\n\n-- migrate:up\n\n-- migrate:down\n");
        Revision revision = scripts.survey().revisions().getFirst();

        scripts.remove("1a.sql");

        assertThat(scripts.survey().revisions()).isEmpty();
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> scripts.script(revision))
                .withMessageContaining("1a.sql");
    }
}
