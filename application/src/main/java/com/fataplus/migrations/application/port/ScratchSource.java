package com.fataplus.migrations.application.port;

import java.util.Set;

/**
 * What a scratch database begins with: the target's encoding, locale and settings, its extensions and its schemas without what is in them.
 *
 * @param madeLater names of extensions and schemas that must be missing, because whoever uses the database creates them
 */
public record ScratchSource(Set<String> madeLater) {
    public ScratchSource {
        madeLater = Set.copyOf(madeLater);
    }
}
