package com.fataplus.migrations.app;

import java.util.Optional;

/** Our own version, as the build wrote it into the jar. */
final class Version {
    private Version() {}

    static String ours() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
