package com.fataplus.migrations.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {
    @Test
    void saysWhatIsMissing() {
        assertThat(IoReason.of(new NoSuchFileException("/a"))).isEqualTo("no such file or folder");
    }

    @Test
    void saysWhatIsForbidden() {
        assertThat(IoReason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    }

    @Test
    void repeatsTheSystemsReason() {
        assertThat(IoReason.of(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("no space left on device");
    }

    @Test
    void repeatsAMessage() {
        assertThat(IoReason.of(new IOException("Is a directory"))).isEqualTo("is a directory");
    }

    @Test
    void namesAFailureThatSaysNothing() {
        assertThat(IoReason.of(new IOException())).isEqualTo("IOException");
    }
}
