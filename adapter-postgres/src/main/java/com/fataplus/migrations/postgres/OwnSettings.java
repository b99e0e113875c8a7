package com.fataplus.migrations.postgres;

import com.fataplus.migrations.postgres.ServerProbe.SessionFacts;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a session of ours between scripts, beyond those that it began with. */
final class OwnSettings {
    private static final String SET = "select pg_catalog.set_config(?, ?, false)";

    /** Where the server's operating system cannot do it. */
    private static final String INVALID_PARAMETER_VALUE = "22023";

    private OwnSettings() {}

    /** Those are the same for every client of the server, whatever lies between; where a pooler does, it took no options from us. */
    static Map<String, String> of(Sql sql, SessionFacts facts, String application) {
        Map<String, String> settings = new LinkedHashMap<>();
        // The database's own; the driver asks for that of the machine it runs on.
        settings.put("timezone", facts.timeZone());
        switch (facts.route()) {
            case DIRECT -> {}
            case POOLED -> {
                settings.put("application_name", application);
                Connector.OUR_SESSION.forEach((name, value) -> {
                    if (isAccepted(sql, name, value)) {
                        settings.put(name, value);
                    }
                });
            }
        }
        return settings;
    }

    private static boolean isAccepted(Sql sql, String name, String value) {
        return ServerFailures.doing("set up the session", () -> {
            try {
                sql.row(SET, row -> row.getString(1), name, value);
                return true;
            } catch (SQLException e) {
                if (ServerFailures.state(e).equals(INVALID_PARAMETER_VALUE)) {
                    return false;
                }
                throw e;
            }
        });
    }
}
