package com.fataplus.migrations.filesystem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.script.SourcePosition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Test
    void readsEveryLetter() {
        String text = "récolte à Tuléar, 水田, \uD83C\uDF3E\r\n";

        assertThat(Utf8.decode(text.getBytes(UTF_8))).isEqualTo(new Utf8.Text(text));
    }

    @Test
    void readsNothingAsAnEmptyText() {
        assertThat(Utf8.decode(new byte[0])).isEqualTo(new Utf8.Text(""));
    }

    @Test
    void dropsAByteOrderMark() {
        assertThat(Utf8.decode(BYTE_ORDER_MARK)).isEqualTo(new Utf8.Text(""));
    }

    @Test
    void findsTheFirstByteOfAnotherEncoding() {
        byte[] latin = "-- one\n-- é\n".getBytes(ISO_8859_1);

        assertThat(Utf8.decode(latin)).isEqualTo(new Utf8.NoText(new SourcePosition(2, 4), 0xE9, "-- "));
    }

    @Test
    void countsColumnsInCharacters() {
        byte[] bytes = "水\uD83C\uDF3Eé\n".getBytes(UTF_8);
        bytes[7] = (byte) 0xFF;

        assertThat(Utf8.decode(bytes)).isEqualTo(new Utf8.NoText(new SourcePosition(1, 3), 0xFF, "水\uD83C\uDF3E"));
    }

    @Test
    void refusesALetterThatIsCutOff() {
        byte[] bytes = Arrays.copyOf("aé".getBytes(UTF_8), 2);

        assertThat(Utf8.decode(bytes)).isEqualTo(new Utf8.NoText(new SourcePosition(1, 2), 0xC3, "a"));
    }

    @Test
    void refusesBytesThatAreNoText() {
        Utf8 decoded = Utf8.decode("a\nb".getBytes(UTF_16LE));

        assertThat(decoded).isEqualTo(new Utf8.NoText(new SourcePosition(1, 2), 0, "a"));
    }
}
