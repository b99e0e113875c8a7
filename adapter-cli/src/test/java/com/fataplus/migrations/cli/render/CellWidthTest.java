package com.fataplus.migrations.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.render.Screen.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellWidthTest {
    @ParameterizedTest
    @CsvSource({
        "plots,               5",
        "champ d'été,         11",
        "cafe\u0301,          4",
        "農場,                4",
        "ﾊﾝｶｸ,                4",
        "！,                  2",
        "한국어,              6",
        "🌱,                  2",
        "👩🏽‍🌾,              2",
        "🇲🇬,                  2",
        "❤️,                  2",
        "שלום,                4",
        "├─╮ ●,               5"
    })
    void columnsAreCountedAsATerminalDoes(String text, int columns) {
        assertThat(CellWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void coloursTakeNoRoom() {
        assertThat(CellWidth.of(Style.COLOUR.good("done"))).isEqualTo(4);
    }

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(CellWidth.cut("Add plots", 9, Letters.UNICODE)).isEqualTo("Add plots");
    }

    @Test
    void whatDoesNotFitSaysThatMoreFollows() {
        assertThat(CellWidth.cut("Add plots and sensors", 10, Letters.UNICODE)).isEqualTo("Add plots…");
        assertThat(CellWidth.cut("Add plots and sensors", 10, Letters.ASCII)).isEqualTo("Add plot..");
    }

    @Test
    void noLetterIsCutInHalf() {
        assertThat(CellWidth.cut("農場の土", 6, Letters.UNICODE)).isEqualTo("農場…");
        assertThat(CellWidth.cut("👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾", 4, Letters.UNICODE)).isEqualTo("👩🏽‍🌾…");
    }

    @Test
    void aColourEndsWhereItsTextIsCut() {
        assertThat(CellWidth.cut(Style.COLOUR.good("upgraded"), 4, Letters.UNICODE))
                .isEqualTo("\u001b[32mupg…\u001b[0m");
    }

    @Test
    void linesBreakBetweenWordsAndLongWordsStayWhole() {
        assertThat(CellWidth.wrap("one two backup_20261122_093000.sql three", 9))
                .containsExactly("one two", "backup_20261122_093000.sql", "three");
    }
}
