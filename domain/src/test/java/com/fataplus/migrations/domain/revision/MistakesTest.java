package com.fataplus.migrations.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
    @ParameterizedTest
    @CsvSource({
        "down, down, 0",
        "DOWN, down, 0",
        "dwon, down, 1",
        "don, down, 1",
        "downn, down, 1",
        "dawn, down, 1",
        "nwod, down, 3",
        "'', down, 4",
        "down, '', 4",
        "'', '', 0",
        "kitten, sitting, 3"
    })
    void areCounted(String typed, String meant, int mistakes) {
        assertThat(Mistakes.between(typed, meant)).isEqualTo(mistakes);
    }

    @Test
    void areCountedToABeginningToo() {
        assertThat(Mistakes.toNearestBeginning("4f1", "4f1c2a9be07d")).isZero();
        assertThat(Mistakes.toNearestBeginning("4f2c", "4f1c2a9be07d")).isEqualTo(1);
        assertThat(Mistakes.toNearestBeginning("downgrade", "down")).isEqualTo(5);
    }

    @Test
    void areCountedWhereLettersGrowInLowerCase() {
        assertThat(Mistakes.between("\u0130", "i")).isEqualTo(1);
    }
}
