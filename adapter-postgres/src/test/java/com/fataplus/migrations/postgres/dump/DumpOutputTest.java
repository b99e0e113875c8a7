package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DumpOutputTest {
    private static final String ENDING = "\n--\n-- PostgreSQL database dump complete\n--\n\n";

    private final ByteArrayOutputStream to = new ByteArrayOutputStream();
    private final List<Long> progress = new ArrayList<>();
    private final DumpOutput output = new DumpOutput(to, progress::add);

    @Test
    void handsOnAndCountsAllBlocks() {
        write("create table plot ();");
        write("äöü");

        assertThat(output.finish()).isEqualTo(27);
        assertThat(to.toString(UTF_8)).isEqualTo("create table plot ();äöü");
        assertThat(progress).containsExactly(27L);
    }

    @Test
    void isWholeWhenATextHasItsLastComment() {
        write("create table plot ();" + ENDING);

        assertThat(output.isWhole(Format.PLAIN)).isTrue();
    }

    @Test
    void isWholeWhenMoreFollowsTheLastComment() {
        write("create table plot ();" + ENDING
                + "\\unrestrict SMf6DwUvPd6n1oJ8TgCBt1v3fMOMVVfQJ0OCC0h7Pj6xHDwBVnaGnRjKqbcX8pF\n\n");

        assertThat(output.isWhole(Format.PLAIN)).isTrue();
    }

    @Test
    void isWholeWhenTheLastCommentComesInPieces() {
        write("create table plot ();" + ENDING.substring(0, 20));
        write(ENDING.substring(20));

        assertThat(output.isWhole(Format.PLAIN)).isTrue();
    }

    @Test
    void isNotWholeWithoutTheLastComment() {
        write("create table plot ();");

        assertThat(output.isWhole(Format.PLAIN)).isFalse();
    }

    @Test
    void isNotWholeWhenNothingCame() {
        assertThat(output.isWhole(Format.PLAIN)).isFalse();
        assertThat(output.isWhole(Format.CUSTOM)).isFalse();
    }

    @Test
    void knowsAnArchiveByItsBeginning() {
        write("PG");
        write("DMP and much more");

        assertThat(output.isWhole(Format.CUSTOM)).isTrue();
    }

    @Test
    void doesNotTakeATextForAnArchive() {
        write("create table plot ();" + ENDING);

        assertThat(output.isWhole(Format.CUSTOM)).isFalse();
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        output.write(bytes, bytes.length);
    }
}
