package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.header;
import static com.fataplus.migrations.domain.script.Reading.headerProblems;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    private static final String KEYS = "-- Revision: 4f1c\n-- Revises: 001\n";

    @Test
    void readsEveryKey() {
        assertThat(header("""
                -- Join plots and sensors
                --
                -- Revision: 3c
                -- Revises: 1a, 2b
                -- Depends on: 0f,weather
                -- Labels: sensors , plots
                -- Created: 2026-11-22T09:30:00+03:00

                -- migrate:up
                """))
                .isEqualTo(new Revision(
                        new RevisionId("3c"),
                        List.of(new RevisionId("1a"), new RevisionId("2b")),
                        List.of("0f", "weather"),
                        new TreeSet<>(Set.of("plots", "sensors")),
                        "Join plots and sensors",
                        Optional.of(OffsetDateTime.parse("2026-11-22T09:30:00+03:00")),
                        "file.sql"));
    }

    @Test
    void readsABase() {
        Revision base = header("-- Begin\n-- Revision: 001\n-- Revises:");

        assertThat(base.isBase()).isTrue();
        assertThat(base.dependsOn()).isEmpty();
        assertThat(base.labels()).isEmpty();
        assertThat(base.created()).isEmpty();
    }

    @Test
    void readsKeysInAnyCaseAndOrder() {
        Revision revision = header("-- A message\n--REVISES:001\n--  depends ON : x\n-- revision:4f1c  \n");

        assertThat(revision.id()).isEqualTo(new RevisionId("4f1c"));
        assertThat(revision.dependsOn()).containsExactly("x");
    }

    @Test
    void readsCarriageReturnsAndAByteOrderMark() {
        assertThat(header("\uFEFF-- A message\r\n--\r\n-- Revision: 4f1c\r\n-- Revises: 001\r\n"))
                .isEqualTo(header("-- A message\n" + KEYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Add plots\n",
                "\n\n--\n-- ------\n--   Add plots  \n",
                "/* a licence\n-- not this */\n-- Add plots\n",
                "-- Add plots\n-- and explain at length\n\n"
            })
    void takesTheFirstLineForTheMessage(String above) {
        assertThat(header(above + KEYS).message()).isEqualTo("Add plots");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Note: this is slow", "Fixes: FATA-12", "-- dashes --", "x", "Revised plan", "https://a.b/c"})
    void takesAnyWordsForAMessage(String message) {
        assertThat(header("-- " + message + "\n--\n" + KEYS).message()).isEqualTo(message);
    }

    @Test
    void doesWithoutAMessage() {
        assertThat(header(KEYS).message()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Note: takes long\n-- TODO: drop it\n--\n",
                "-- Author: Jane\n\n",
                "-- See https://example.org: there\n",
                "-- C:\\temp is not a key\n",
                "-- Two words and more: fine\n",
                "-- 1: not a word\n",
                "-- : nor this\n"
            })
    void leavesProseAlone(String prose) {
        assertThat(header("-- A message\n--\n" + prose + KEYS).id()).isEqualTo(new RevisionId("4f1c"));
    }

    @Test
    void refusesAStrangerAmongTheKeys() {
        assertThat(headerProblems("-- A message\n--\n" + KEYS + "-- Author: Jane\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unknown-key");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(5, 4));
                    assertThat(problem.sourceLine()).contains("-- Author: Jane");
                    assertThat(problem.hint())
                            .get()
                            .asString()
                            .contains("Revision, Revises, Depends on, Labels, Created");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Revison, Revision",
        "Revise, Revises",
        "depends_on, Depends on",
        "DependsOn, Depends on",
        "Dependencies, Depends on",
        "Label, Labels",
        "Lables, Labels",
        "Branch labels, Labels",
        "create date, Created",
        "Parents, Revises",
        "down_revision, Revises"
    })
    void suggestsTheKeyThatWasMeant(String written, String meant) {
        assertThat(headerProblems("-- A message\n--\n-- " + written + ": x\n--\n" + KEYS))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unknown-key");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(3, 4));
                    assertThat(problem.hint()).contains("did you mean '" + meant + ":'?");
                });
    }

    @Test
    void wantsARevisionAndItsParents() {
        assertThat(headerProblems("-- A message\n\n-- migrate:up\n"))
                .extracting(problem -> problem.code() + " " + problem.position())
                .containsExactly("script.no-revision 1:1", "script.no-revises 1:1");
    }

    @Test
    void survivesAnEmptyFile() {
        assertThat(headerProblems("")).hasSize(2);
    }

    @Test
    void refusesAKeyTwice() {
        assertThat(headerProblems("-- A message\n" + KEYS + "--\n-- revises: 002\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.duplicate-key");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(5, 4));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Revision: | 13",
                "Revision: a b | 14",
                "Revision: head | 14",
                "Revision: a,b | 14",
                "Revises: a, b c | 16",
                "Revises: a,, b | 15",
                "Revises: a, | 15",
                "Revises: base | 13",
                "Revises: a, a | 16",
                "Depends on: a, +1 | 19",
                "Labels: x@y | 12",
                "Created: yesterday | 13",
                "Created: 2026-11-22T09:30:00 | 13",
                "Created: 2026-13-22T09:30:00Z | 13"
            })
    void refusesBadValues(String line, int column) {
        String others = (line.startsWith("Revision") ? "" : "-- Revision: 4f1c\n")
                + (line.startsWith("Revises") ? "" : "-- Revises: 001\n");

        assertThat(headerProblems("-- " + line + "\n" + others)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("script.bad-value");
            assertThat(problem.position()).isEqualTo(new SourcePosition(1, column));
        });
    }

    @Test
    void tellsAllProblemsInOrder() {
        assertThat(headerProblems("-- A message\n-- Revison: 1\n-- Revises: a b\n-- Created: x\n"))
                .extracting(problem -> problem.position().line() + " " + problem.code())
                .containsExactly(
                        "1 script.no-revision", "2 script.unknown-key", "3 script.bad-value", "4 script.bad-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- migrate:up\n-- Revision: other\nselect 'open",
                "  --migrate:down\n-- Revision: other",
                "-- Migrate:wrong\n-- Revision: other",
                "create table a (b int);\n-- Revision: other"
            })
    void looksAtNothingBehindTheHeader(String rest) {
        assertThat(header("-- A message\n" + KEYS + rest).id()).isEqualTo(new RevisionId("4f1c"));
    }
}
