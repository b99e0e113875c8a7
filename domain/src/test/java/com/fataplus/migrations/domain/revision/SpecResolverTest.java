package com.fataplus.migrations.domain.revision;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.SpecRefusal.Ambiguous;
import com.fataplus.migrations.domain.revision.SpecRefusal.OutsideLineage;
import com.fataplus.migrations.domain.revision.SpecRefusal.SeveralHeads;
import com.fataplus.migrations.domain.revision.SpecRefusal.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpecResolverTest {
    private static final RevisionGraph GRAPH =
            graph("4f1c2a9be07d[billing];9be2aaaaaaaa<4f1c2a9be07d;4f1d00000000[sensors];abc;abd<abc");

    @Test
    void aWholeIdIsNoPrefix() {
        assertThat(one("abc")).isEqualTo(found("abc"));
    }

    @Test
    void aLabelIsTheRevisionThatCarriesIt() {
        assertThat(one("billing")).isEqualTo(found("4f1c2a9be07d"));
    }

    @Test
    void anyPrefixThatOnlyOneHasWillDo() {
        assertThat(one("9")).isEqualTo(found("9be2aaaaaaaa"));
        assertThat(one("bill")).isEqualTo(found("4f1c2a9be07d"));
    }

    @Test
    void shortIdsHaveNoPrefixes() {
        assertThat(one("ab")).isEqualTo(new Refused<>(new Unknown("ab", List.of())));
    }

    @Test
    void listsWhatBeginsSo() {
        assertThat(one("4f1")).isEqualTo(new Refused<>(new Ambiguous("4f1", ids("4f1c2a9be07d", "4f1d00000000"))));
    }

    @Test
    void aLineDecidesBetweenPrefixes() {
        assertThat(one("9be2@4f1")).isEqualTo(found("4f1c2a9be07d"));
    }

    @Test
    void aLineLeavesOutTheOthers() {
        assertThat(one("sensors@9be2")).isEqualTo(new Refused<>(new OutsideLineage("9be2", "sensors")));
    }

    @Test
    void suggestsWhatWasPerhapsMeant() {
        assertThat(one("4f1x2a")).isEqualTo(new Refused<>(new Unknown("4f1x2a", List.of("4f1c2a9be07d"))));
        assertThat(one("bilings@head")).isEqualTo(new Refused<>(new Unknown("bilings", List.of("billing"))));
        assertThat(one("Head")).isEqualTo(new Refused<>(new Unknown("Head", List.of("head", "heads"))));
    }

    @Test
    void baseIsNoRevision() {
        assertThat(one("base")).isEqualTo(new Understood<>(Optional.empty()));
    }

    @Test
    void severalHeadsAreNotOne() {
        assertThat(one("heads")).isEqualTo(new Refused<>(new SeveralHeads(ids("9be2aaaaaaaa", "4f1d00000000", "abd"))));
    }

    @Test
    void withoutADatabaseOneStandsOnTheHeads() {
        assertThat(one("billing@-1")).isEqualTo(found("4f1c2a9be07d"));
    }

    @Test
    void headIsWhatFilesDefine() {
        RevisionGraph known = graph("a;b<a;gone<a");
        var resolver = new SpecResolver(graph("a;b<a"), known, Set.copyOf(ids("a", "gone")));

        assertThat(RevisionSpec.parse("head").then(resolver::one)).isEqualTo(found("b"));
        assertThat(RevisionSpec.parse("current").then(resolver::one)).isEqualTo(found("gone"));
    }

    @Test
    void aLineThatFilesKnowNothingOfHasNoHead() {
        var resolver = new SpecResolver(graph("a"), graph("a;gone"), Set.copyOf(ids("gone")));

        assertThat(RevisionSpec.parse("gone@head").then(resolver::one))
                .isEqualTo(new Refused<>(new OutsideLineage("head", "gone")));
    }

    private static Reading<Optional<RevisionId>> one(String text) {
        return RevisionSpec.parse(text).then(new SpecResolver(GRAPH)::one);
    }

    private static Reading<Optional<RevisionId>> found(String id) {
        return new Understood<>(Optional.of(new RevisionId(id)));
    }
}
