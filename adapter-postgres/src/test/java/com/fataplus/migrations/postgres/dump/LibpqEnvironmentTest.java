package com.fataplus.migrations.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibpqEnvironmentTest {
    @Test
    void tellsWhereTheDatabaseIs() {
        assertThat(environment(connection(Optional.of(new Secret("geheim")), Map.of()), Map.of()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PGHOST", "db.farm.example",
                        "PGPORT", "6432",
                        "PGDATABASE", "plots",
                        "PGUSER", "anna",
                        "PGPASSWORD", "geheim",
                        "PGAPPNAME", "fata backup",
                        "PGCONNECT_TIMEOUT", "7"));
    }

    @Test
    void handsOnParametersByTheirVariables() {
        Map<String, String> parameters = Map.of("sslmode", "verify-full", "sslrootcert", "/etc/ca.pem");

        assertThat(environment(connection(Optional.empty(), parameters), Map.of()))
                .containsEntry("PGSSLMODE", "verify-full")
                .containsEntry("PGSSLROOTCERT", "/etc/ca.pem");
    }

    @Test
    void dropsInheritedVariablesThatWouldLeadElsewhere() {
        Map<String, String> inherited = Map.of(
                "PGSERVICE", "production",
                "PGHOSTADDR", "10.0.0.1",
                "PGOPTIONS", "-c search_path=other",
                "PGPASSWORD", "another's",
                "PGCLUSTER", "14/main",
                "PGSSLMODE", "disable");

        assertThat(environment(connection(Optional.empty(), Map.of()), inherited))
                .containsOnlyKeys("PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGAPPNAME", "PGCONNECT_TIMEOUT");
    }

    @Test
    void keepsWhatProgramsNeedAndThePasswordFile() {
        Map<String, String> inherited = Map.of("PATH", "/usr/bin", "HOME", "/home/anna", "PGPASSFILE", "/run/pgpass");

        assertThat(environment(connection(Optional.empty(), Map.of()), inherited))
                .containsAllEntriesOf(inherited);
    }

    @Test
    void neverWaitsForEverToConnect() {
        ConnectionConfig hasty = new ConnectionConfig(
                "localhost", 5432, "plots", "anna", Optional.empty(), Map.of(), Duration.ofMillis(300));

        assertThat(environment(hasty, Map.of())).containsEntry("PGCONNECT_TIMEOUT", "1");
    }

    private static Map<String, String> environment(ConnectionConfig connection, Map<String, String> inherited) {
        return LibpqEnvironment.of(connection, "fata backup", inherited);
    }

    private static ConnectionConfig connection(Optional<Secret> password, Map<String, String> parameters) {
        return new ConnectionConfig(
                "db.farm.example", 6432, "plots", "anna", password, parameters, Duration.ofSeconds(7));
    }
}
