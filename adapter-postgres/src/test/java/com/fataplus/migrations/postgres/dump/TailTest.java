package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TailTest {
    private final Tail tail = new Tail(5);

    @Test
    void keepsAllOfALittle() {
        write("abc");

        assertThat(tail.text()).isEqualTo("abc");
    }

    @Test
    void keepsTheEndOfALongBlock() {
        write("abcdefgh");

        assertThat(tail.text()).isEqualTo("defgh");
    }

    @Test
    void keepsTheEndOfManyBlocks() {
        write("abcd");
        write("ef");
        write("g");

        assertThat(tail.text()).isEqualTo("cdefg");
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        tail.write(bytes, 0, bytes.length);
    }
}
