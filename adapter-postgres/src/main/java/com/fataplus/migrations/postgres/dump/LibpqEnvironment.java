package com.fataplus.migrations.postgres.dump;

import static java.util.stream.Collectors.toMap;

import com.fataplus.migrations.application.config.ConnectionConfig;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of a client program: how it finds the database, and nothing that would lead it to another one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">libpq's variables</a>
 */
final class LibpqEnvironment {
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("channel_binding", "PGCHANNELBINDING"),
            Map.entry("gssdelegation", "PGGSSDELEGATION"),
            Map.entry("gssencmode", "PGGSSENCMODE"),
            Map.entry("gsslib", "PGGSSLIB"),
            Map.entry("hostaddr", "PGHOSTADDR"),
            Map.entry("krbsrvname", "PGKRBSRVNAME"),
            Map.entry("load_balance_hosts", "PGLOADBALANCEHOSTS"),
            Map.entry("options", "PGOPTIONS"),
            Map.entry("passfile", "PGPASSFILE"),
            Map.entry("require_auth", "PGREQUIREAUTH"),
            Map.entry("requirepeer", "PGREQUIREPEER"),
            Map.entry("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION"),
            Map.entry("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION"),
            Map.entry("sslcert", "PGSSLCERT"),
            Map.entry("sslcertmode", "PGSSLCERTMODE"),
            Map.entry("sslcompression", "PGSSLCOMPRESSION"),
            Map.entry("sslcrl", "PGSSLCRL"),
            Map.entry("sslcrldir", "PGSSLCRLDIR"),
            Map.entry("sslkey", "PGSSLKEY"),
            Map.entry("sslmode", "PGSSLMODE"),
            Map.entry("sslnegotiation", "PGSSLNEGOTIATION"),
            Map.entry("sslrootcert", "PGSSLROOTCERT"),
            Map.entry("sslsni", "PGSSLSNI"),
            Map.entry("target_session_attrs", "PGTARGETSESSIONATTRS"));

    private LibpqEnvironment() {}

    /**
     * What was inherited without libpq's variables, then ours. A PGSERVICE, PGHOSTADDR or PGOPTIONS that somebody exported would silently
     * dump another database, or this one in another way; only where to find the password file stays.
     */
    static Map<String, String> of(ConnectionConfig connection, String application, Map<String, String> inherited) {
        Map<String, String> environment = inherited.entrySet().stream()
                .filter(variable ->
                        !variable.getKey().startsWith("PG") || variable.getKey().equals("PGPASSFILE"))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        connection
                .parameters()
                .forEach((name, value) -> Optional.ofNullable(VARIABLES.get(name))
                        .ifPresent(variable -> environment.put(variable, value)));
        environment.put("PGHOST", connection.host());
        environment.put("PGPORT", Integer.toString(connection.port()));
        environment.put("PGDATABASE", connection.database());
        environment.put("PGUSER", connection.user());
        environment.put("PGAPPNAME", application);
        // Whole seconds, and zero would wait for ever.
        environment.put(
                "PGCONNECT_TIMEOUT",
                Long.toString(Math.max(1, connection.connectTimeout().toSeconds())));
        connection.password().ifPresent(password -> environment.put("PGPASSWORD", password.value()));
        return Map.copyOf(environment);
    }
}
