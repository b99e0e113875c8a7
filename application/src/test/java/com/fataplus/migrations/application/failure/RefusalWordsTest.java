package com.fataplus.migrations.application.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {
    @Test
    void anAmbiguousPrefixListsItsCandidates() {
        assertThat(ambiguous(2)).isEqualTo("'4f' is the beginning of several revisions: 4f01, 4f02");
    }

    @Test
    void ofManyCandidatesAFewAreListed() {
        assertThat(ambiguous(1_000))
                .isEqualTo("'4f' is the beginning of several revisions: "
                        + "4f01, 4f02, 4f03, 4f04, 4f05, 4f06, 4f07, 4f08 and 992 more");
    }

    @Test
    void anUnknownNameIsNotAnAmbiguousOne() {
        assertThat(RefusalWords.of(new SpecRefusal.Unknown("4g", List.of("4f01")))
                        .summary())
                .isEqualTo("no revision is called '4g'; did you mean 4f01?");
    }

    private static String ambiguous(int candidates) {
        List<RevisionId> ids = IntStream.rangeClosed(1, candidates)
                .mapToObj(number -> new RevisionId("4f%02d".formatted(number)))
                .toList();
        return RefusalWords.of(new SpecRefusal.Ambiguous("4f", ids)).summary();
    }
}
