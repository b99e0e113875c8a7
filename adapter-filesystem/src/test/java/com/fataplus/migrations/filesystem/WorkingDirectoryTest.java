package com.fataplus.migrations.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDirectoryTest {
    private final WorkingDirectory here = new WorkingDirectory(Path.of("/srv/my farm"));

    @ParameterizedTest
    @CsvSource({
        "/srv/my farm/migrations/versions/1a.sql, migrations/versions/1a.sql",
        "/srv/my farm, .",
        "/srv/my farm 2/1a.sql, /srv/my farm 2/1a.sql",
        "/etc/fata.toml, /etc/fata.toml",
        "migrations/../versions, versions",
        "../other/1a.sql, /srv/other/1a.sql"
    })
    void showsPathsAsTheirUserKnowsThem(String path, String shown) {
        assertThat(here.shown(Path.of(path))).isEqualTo(shown);
    }

    @Test
    void leadsBackFromWhatItShows() {
        Path path = Path.of("/srv/my farm/migrations/versions/1a.sql");

        assertThat(here.resolve(here.shown(path))).isEqualTo(path);
    }
}
