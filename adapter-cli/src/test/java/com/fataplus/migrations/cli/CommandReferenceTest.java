package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {
    private static final Path FILE = Path.of("../docs/commands.md");

    /** {@code make docs} runs this with {@code fata.docs=write}, which brings the file up to date instead. */
    @Test
    void theReferenceIsWhatTheCommandsSay() throws Exception {
        String reference = CommandReference.markdown(CommandTree.commands());
        if (System.getProperty("fata.docs", "compare").equals("write")) {
            Files.writeString(FILE, reference);
        }

        assertThat(FILE)
                .as("docs/commands.md is stale; write it anew with: make docs")
                .hasContent(reference);
    }
}
