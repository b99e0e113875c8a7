package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The session that has the migration lock, as the server describes it.
 *
 * @param host its client's address; empty for a local socket
 * @param since when its session began; empty where we may not see it
 */
public record LockHolder(int pid, String user, String application, Optional<String> host, Optional<Instant> since) {
    public LockHolder {
        requireNonNull(user, "user");
        requireNonNull(application, "application");
        requireNonNull(host, "host");
        requireNonNull(since, "since");
    }

    /** For people: pid, user, application, host, since. */
    public String described() {
        return "pid %d (user %s, application %s%s%s)"
                .formatted(
                        pid,
                        user,
                        application.isEmpty() ? "unnamed" : application,
                        host.map(address -> ", from " + address).orElse(", local"),
                        since.map(instant -> ", since " + instant).orElse(""));
    }

    /** For machines. */
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pid", pid);
        details.put("user", user);
        details.put("application", application);
        host.ifPresent(address -> details.put("host", address));
        since.ifPresent(instant -> details.put("since", instant.toString()));
        return details;
    }
}
