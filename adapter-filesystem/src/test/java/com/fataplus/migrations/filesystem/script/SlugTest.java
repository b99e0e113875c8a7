package com.fataplus.migrations.filesystem.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Add plots, add_plots",
        "Récolte à Tuléar, récolte_à_tuléar",
        "水田 2, 水田_2",
        "it's \"quoted\"; -- and done., it_s_quoted_and_done",
        "a/../b\\c, a_b_c",
        "already_joined, already_joined",
        "'', ''",
        "!?, ''"
    })
    void joinsTheWords(String message, String slug) {
        assertThat(Slug.of(message, 40)).isEqualTo(slug);
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Slug.of("Add a table with all the recommendations we ever gave", 40))
                .isEqualTo("add_a_table_with_all_the_recommendations");
        assertThat(Slug.of("Add one table with all the recommendations we ever gave", 40))
                .isEqualTo("add_one_table_with_all_the");
    }

    @Test
    void cutsAWordThatIsTooLongAlone() {
        assertThat(Slug.of("x".repeat(50), 40)).isEqualTo("x".repeat(40));
    }

    @Test
    void cutsNoLetterInTwo() {
        String fortyTwoPlanes = "\uD801\uDC28".repeat(42);

        assertThat(Slug.of(fortyTwoPlanes, 40)).isEqualTo("\uD801\uDC28".repeat(40));
    }
}
