package com.fataplus.migrations.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPlacesTest {
    @Test
    void followsThePath() {
        SearchPlaces places = SearchPlaces.of(Map.of("PATH", "/opt/bin::/usr/bin"));

        assertThat(places.path()).containsExactly(Path.of("/opt/bin"), Path.of("/usr/bin"));
    }

    @Test
    void looksInNoPathWhereThereIsNone() {
        assertThat(SearchPlaces.of(Map.of()).path()).isEmpty();
    }

    @Test
    void findsAProgramOnceThatHasTwoNames(@TempDir Path directory) throws IOException {
        Path program = Scripts.pgDump(directory.resolve("one/pg_dump"), "15.20");
        Path other = Files.createDirectories(directory.resolve("two"));
        Files.createSymbolicLink(other.resolve("pg_dump"), program);

        assertThat(new SearchPlaces(List.of(program.getParent(), other), List.of()).all("pg_dump"))
                .containsExactly(program);
    }

    @Test
    void passesByWhatCannotBeRun(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("pg_dump"), "a text");
        Files.createDirectories(directory.resolve("majors/15/bin/pg_dump"));

        SearchPlaces places = new SearchPlaces(List.of(directory), List.of(directory.resolve("majors")));

        assertThat(places.all("pg_dump")).isEmpty();
    }
}
