package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A working directory, an environment and a command line that begin empty. */
class ConfigFixture {
    @TempDir
    Path folder;

    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> options = new HashMap<>();
    final Map<String, String> placeholders = new HashMap<>();
    Optional<String> config = Optional.empty();
    Optional<String> chosen = Optional.empty();

    final void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    final MigratorConfig read() {
        return effective().config();
    }

    final List<Setting> settings() {
        return effective().settings();
    }

    final Setting setting(String key) {
        return settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong; fails where nothing is. */
    final List<String> problems() {
        MigrationException thrown = catchThrowableOfType(MigrationException.class, this::effective);
        assertThat(thrown).isNotNull();
        assertThat(thrown.failure()).isInstanceOf(InputFailure.ConfigurationBroken.class);
        return ((InputFailure.ConfigurationBroken) thrown.failure()).problems();
    }

    private EffectiveConfig effective() {
        return new FileConfig(new WorkingDirectory(folder), environment)
                .read(new ConfigRequest(config, chosen, options, placeholders));
    }
}
