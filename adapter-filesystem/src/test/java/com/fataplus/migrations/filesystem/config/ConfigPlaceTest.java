package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which file and which folder are meant, and which database. */
class ConfigPlaceTest extends ConfigFixture {
    @Test
    void takesAnAddressApart() {
        options.put(
                "database.url", "postgresql://us%40er:p%2Fw@[::1]:6543/my%20farm?sslmode=require&connect_timeout=3");

        assertThat(read().connection())
                .isEqualTo(new ConnectionConfig(
                        "::1",
                        6543,
                        "my farm",
                        "us@er",
                        Optional.of(new Secret("p/w")),
                        Map.of("sslmode", "require"),
                        Duration.ofSeconds(3)));
    }

    @Test
    void letsOnlyTheFirstAddressCount() throws IOException {
        file("migrations/fata.toml", "[database]\nurl = \"postgres://farmer:s3cret@dev/farm\"\n");
        options.put("database.url", "postgres://production");

        assertThat(read().connection())
                .extracting(ConnectionConfig::host, ConnectionConfig::user, ConnectionConfig::password)
                .containsExactly("production", "fataplus_user", Optional.empty());
    }

    @Test
    void prefersWhatIsSetApartFromTheAddress() throws IOException {
        file("migrations/fata.toml", "[database]\nurl = \"postgres://farmer@dev/farm\"\nname = \"other\"\n");

        assertThat(read().connection().address()).isEqualTo("dev:5432/other");
    }

    @Test
    void showsNoPassword() throws IOException {
        file("migrations/fata.toml", "[database]\nurl = \"postgres://farmer:s3cret@dev/farm?password=s3cret\"\n");

        assertThat(settings()).extracting(Setting::value).noneMatch(value -> value.contains("s3cret"));
        assertThat(setting("database.url").value()).isEqualTo("postgres://farmer:********@dev/farm?password=********");
        assertThat(setting("database.password").value()).isEqualTo(Secret.MASK);
    }

    @Test
    void looksInTheWorkingDirectoryFirst() throws IOException {
        file("fata.toml", "[ledger]\nschema = \"here\"\n");
        file("migrations/fata.toml", "[ledger]\nschema = \"below\"\n");

        assertThat(read().ledger().schema()).isEqualTo("here");
        assertThat(read().scripts().directory()).isEqualTo(".");
    }

    @Test
    void followsAVariableToTheFile() throws IOException {
        file("fata.toml", "[ledger]\nschema = \"here\"\n");
        file("other dir/my.toml", "[ledger]\nschema = \"other\"\n");
        environment.put("FATA_CONFIG", "other dir/my.toml");

        assertThat(read().ledger().schema()).isEqualTo("other");
        assertThat(read().scripts().directory()).isEqualTo("other dir");
    }

    @Test
    void followsTheOptionBeforeTheVariable() throws IOException {
        file("récolte/my.toml", "[ledger]\nschema = \"other\"\n");
        environment.put("FATA_CONFIG", "nowhere.toml");
        config = Optional.of("récolte/my.toml");

        assertThat(read().ledger().schema()).isEqualTo("other");
    }

    @Test
    void takesRevisionsInTheWorkingDirectoryForTheProject() throws IOException {
        Files.createDirectory(folder.resolve("versions"));

        assertThat(read().scripts().directory()).isEqualTo(".");
    }

    @Test
    void readsTheEnvFileBesideTheFileOnly() throws IOException {
        file("migrations/fata.toml", "");
        file(".env", "POSTGRES_HOST=elsewhere\n");

        assertThat(read().connection().host()).isEqualTo("localhost");
    }
}
