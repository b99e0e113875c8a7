package com.fataplus.migrations.filesystem.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTemplateTest {
    @ParameterizedTest
    @CsvSource({
        "{rev}_{slug}.sql, 4f1c_add_plots.sql",
        "{rev}.sql, 4f1c.sql",
        "{year}/{month}/{rev}.sql, 2026/01/4f1c.sql",
        "{year}{month}{day}_{hour}{minute}_{rev}.sql, 20260102_0304_4f1c.sql",
        "{second}-{epoch} {rev}.sql, 05-1767315845 4f1c.sql"
    })
    void fillsInTheTokens(String template, String name) {
        assertThat(new FileNameTemplate(template, 40).name(draft("Add plots"))).isEqualTo(name);
    }

    @Test
    void dropsTheSeparatorOfAnEmptySlug() {
        assertThat(new FileNameTemplate("{rev}_{slug}.sql", 40).name(draft("!?")))
                .isEqualTo("4f1c.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "{rev}_{slug}.txt, .sql",
        "{slug}.sql, {rev}",
        ".{rev}.sql, hidden",
        "{year}\\{rev}.sql, folders are parted by single slashes",
        "/{rev}.sql, folders are parted by single slashes",
        "{year}//{rev}.sql, folders are parted by single slashes",
        "../{rev}.sql, hidden",
        "{rev}_{slag}.sql, there is no token {slag}; there are {rev} {slug} {year}",
    })
    void saysWhatIsWrong(String template, String words) {
        assertThat(FileNameTemplate.problemWith(template).orElseThrow()).contains(words);
    }

    private static RevisionDraft draft(String message) {
        return new RevisionDraft(
                new RevisionId("4f1c"),
                List.of(),
                List.of(),
                new TreeSet<>(),
                message,
                OffsetDateTime.parse("2026-01-02T03:04:05+02:00"),
                new RevisionDraft.Folder.NextTo(List.of()));
    }
}
