package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.postgres.grammar.outline.Outliner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The module that our build compiles is the published one, rewritten by nobody but the {@link Outliner}. */
class OutlinedModuleTest {
    private static final Path OUTLINED = Path.of("src/main/wasm/libpg-query-outlined.wasm");
    private static final String PUBLISHED_SHA_512 = "928a8b6dc3d0080c897da1d986bdc7ff94867213329ca517f4fba0cd88ca6181"
            + "77edb9e08b82111df543ba790a96e99cb7d1c14a63e397c4368fbf521e905435";

    /** 20: with larger ones left where they are, the heart of the parser would not fit. 2,500: HotSpot compiles what that becomes. */
    private final Outliner outliner = new Outliner(20, 2_500);

    @Test
    void isMadeFromThePublishedOne() throws IOException {
        byte[] outlined = outliner.outlined(Corpus.bytes("libpg-query.wasm"));

        if (Boolean.getBoolean("fata.grammar.renew")) {
            Files.write(OUTLINED, outlined);
        }
        assertThat(Files.readAllBytes(OUTLINED)).isEqualTo(outlined);
    }

    @Test
    void thePublishedOneIsUnchanged() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(Corpus.bytes("libpg-query.wasm"));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(PUBLISHED_SHA_512);
    }
}
