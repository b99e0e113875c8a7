package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.MigratorConfig;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfigTemplateTest extends ConfigFixture {
    @Test
    void changesNothingAsItIs() throws IOException {
        MigratorConfig defaults = read();
        file("migrations/fata.toml", ConfigTemplate.text());

        assertThat(read()).isEqualTo(defaults);
    }

    @Test
    void setsEveryKeyOnceTheCommentSignsAreGone() throws IOException {
        file("migrations/fata.toml", ConfigTemplate.text().replaceAll("(?m)^# (?=\\w+ = )", ""));

        assertThat(settings())
                .extracting(Setting::origin)
                .allMatch(origin -> origin.startsWith("migrations/fata.toml:"));
    }

    @Test
    void showsDefaults() throws IOException {
        String defaultsOnly = ConfigTemplate.text()
                .replaceAll("(?m)^# (?=\\w+ = )", "")
                .replaceAll("(?m)^(url|password|ssl\\w+|pg_dump|keep|older_than|statement_timeout) = .*", "");
        MigratorConfig defaults = read();
        file("migrations/fata.toml", defaultsOnly);

        assertThat(read()).isEqualTo(defaults);
    }

    @Test
    void namesTheVariablesOfOtherPrograms() {
        assertThat(ConfigTemplate.text()).contains("(POSTGRES_HOST, PGHOST).\n# host = \"localhost\"\n");
    }

    @Test
    void fitsAScreen() {
        assertThat(ConfigTemplate.text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(125));
    }
}
