package com.fataplus.migrations.postgres.dump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a restore that failed, by the last words of its program. */
final class RestoreRemedies {
    private static final Pattern ROLE = Pattern.compile("role \"([^\"]+)\" does not exist");
    private static final Pattern MEMBER =
            Pattern.compile("must be (?:able to SET ROLE|member of role|a member of the role) \"([^\"]+)\"");
    private static final Pattern EXTENSION = Pattern.compile(
            "(?:extension \"([^\"]+)\" is not available|could not open extension control file \"([^\"]+)\")");
    private static final Pattern TABLESPACE = Pattern.compile("tablespace \"([^\"]+)\" does not exist");

    private RestoreRemedies() {}

    static Optional<String> of(String errors) {
        return role(errors)
                .or(() -> found(
                        MEMBER,
                        errors,
                        "restore as a superuser, or as an administrator: grant \"%s\" to the role that restores"))
                .or(() -> found(EXTENSION, errors, "install the extension on the server: %s"))
                .or(() -> found(TABLESPACE, errors, "as an administrator: create tablespace \"%s\" location '...'"))
                .or(() -> errors.contains("No space left on device")
                        ? Optional.of("make room on the server's disk, then try again")
                        : Optional.empty())
                .or(() -> errors.contains("permission denied")
                                || errors.contains("must be owner")
                                || errors.contains("must be superuser")
                        ? Optional.of("restore as a superuser, or as the owner of everything in the dump")
                        : Optional.empty());
    }

    private static Optional<String> role(String errors) {
        return found(ROLE, errors, "dumps do not bring roles; as an administrator: create role \"%s\"");
    }

    private static Optional<String> found(Pattern pattern, String errors, String remedy) {
        Matcher matcher = pattern.matcher(errors);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.groupCount() > 1 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(remedy.formatted(name));
    }
}
