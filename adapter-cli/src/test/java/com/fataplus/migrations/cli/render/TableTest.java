package com.fataplus.migrations.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.render.Screen.Letters;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Screen FORTY = new Screen(Optional.of(40), Letters.UNICODE);

    @Test
    void columnsLineUpByWhatIsSeen() {
        assertThat(new Table()
                        .row("農場", "a")
                        .row(Style.COLOUR.good("ok"), "b")
                        .row("plots", "c")
                        .lines())
                .containsExactly("農場   a", "\u001b[32mok\u001b[0m     b", "plots  c");
    }

    @Test
    void aPipeGetsEverything() {
        assertThat(new Table().row("a".repeat(300), "b").lines(Screen.NONE)).containsExactly("a".repeat(300) + "  b");
    }

    @Test
    void onANarrowScreenTheWidestColumnIsCut() {
        assertThat(new Table()
                        .row("4f1c", "Add a very long description of the plots of a farm", "up")
                        .lines(FORTY))
                .containsExactly("4f1c  Add a very long description o…  up");
    }

    @Test
    void manyColumnsEndAtTheEdge() {
        var table = new Table().row("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd", "eeeeeeeeee", "ffffffffff");

        assertThat(table.lines(FORTY)).allMatch(line -> CellWidth.of(line) <= 40);
    }

    @Test
    void factsGoOnBelowTheirColumn() {
        assertThat(new Table()
                        .row("current", "one two three four five six seven eight nine")
                        .row("heads", "x")
                        .wrapped(FORTY))
                .containsExactly("current  one two three four five six", "         seven eight nine", "heads    x");
    }
}
