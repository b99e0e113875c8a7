package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the journal keeps of a run before it begins.
 *
 * @param target as typed
 * @param tag what to find the run by later, where somebody wants that
 * @param operator the operating system's user at a host
 * @param toolVersion ours
 * @param policy the way back asked for
 */
public record RunStart(
        String command, String target, Optional<String> tag, String operator, String toolVersion, String policy) {
    public RunStart {
        requireNonNull(command, "command");
        requireNonNull(target, "target");
        requireNonNull(tag, "tag");
        requireNonNull(operator, "operator");
        requireNonNull(toolVersion, "toolVersion");
        requireNonNull(policy, "policy");
    }
}
