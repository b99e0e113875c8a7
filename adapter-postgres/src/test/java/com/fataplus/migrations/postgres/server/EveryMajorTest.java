package com.fataplus.migrations.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(EveryMajor.class)
class EveryMajorTest {
    @Test
    void meetsASupportedServer(TestDatabase database) {
        assertThat(database.major()).isBetween(14, 18);
    }
}
