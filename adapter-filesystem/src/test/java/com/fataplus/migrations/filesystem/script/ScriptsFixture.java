package com.fataplus.migrations.filesystem.script;

import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.config.ScriptsConfig.Folders;
import com.fataplus.migrations.application.config.ScriptsConfig.IdStyle;
import com.fataplus.migrations.application.config.ScriptsConfig.NewFiles;
import java.time.ZoneOffset;

/** Configurations that differ in what a test is about. */
final class ScriptsFixture {
    private ScriptsFixture() {}

    static ScriptsConfig config(String directory, String versions, String fileTemplate) {
        return config(directory, Folders.of(versions), fileTemplate);
    }

    static ScriptsConfig config(String directory, Folders versions, String fileTemplate) {
        return ScriptsConfig.plain(directory, versions, new NewFiles(fileTemplate, 40, IdStyle.RANDOM, ZoneOffset.UTC));
    }
}
