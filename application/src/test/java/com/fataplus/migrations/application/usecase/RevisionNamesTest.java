package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ScriptsConfig.IdStyle;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionNamesTest {
    @Test
    void aRandomNameHasTwelveHexadecimalDigits() {
        assertThat(next(IdStyle.RANDOM)).matches("[0-9a-f]{12}");
    }

    @Test
    void aTimestampIsUtcToTheSecond() {
        assertThat(next(IdStyle.TIMESTAMP)).isEqualTo("20261122093000");
    }

    @Test
    void aTimestampThatIsTakenLeavesTheNextSecond() {
        assertThat(next(IdStyle.TIMESTAMP, "20261122093000")).isEqualTo("20261122093001");
    }

    @Test
    void numbersGoOnFromTheHighest() {
        assertThat(next(IdStyle.SEQUENTIAL, "001", "009", "4f1c2a9be07d", "20261122093000"))
                .isEqualTo("010");
    }

    @Test
    void theFirstNumberHasThreeDigits() {
        assertThat(next(IdStyle.SEQUENTIAL)).isEqualTo("001");
    }

    private static String next(IdStyle style, String... taken) {
        List<Revision> revisions = Stream.of(taken)
                .map(id -> new Revision(
                        new RevisionId(id), List.of(), List.of(), new TreeSet<>(), "", Optional.empty(), id + ".sql"))
                .toList();
        RevisionGraph graph = ((GraphCheck.Sound) RevisionGraph.check(revisions)).graph();
        return new RevisionNames(style, Bench.CLOCK, new Random(1)).next(graph).value();
    }
}
