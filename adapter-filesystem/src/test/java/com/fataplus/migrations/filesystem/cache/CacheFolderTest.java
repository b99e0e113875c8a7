package com.fataplus.migrations.filesystem.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    @Test
    void isTheOneSaidToBeOurs() {
        assertThat(CacheFolder.in(Map.of("FATA_CACHE_DIR", "/var/cache/f", "XDG_CACHE_HOME", "/x", "HOME", "/home/u")))
                .contains(Path.of("/var/cache/f"));
    }

    @Test
    void isOursAmongTheUsersCaches() {
        assertThat(CacheFolder.in(Map.of("XDG_CACHE_HOME", "/x", "HOME", "/home/u")))
                .contains(Path.of("/x/fata"));
    }

    @Test
    void isWhereCachesAreWhereNobodySays() {
        assertThat(CacheFolder.in(Map.of("FATA_CACHE_DIR", "", "XDG_CACHE_HOME", "relative", "HOME", "/home/u")))
                .contains(Path.of("/home/u/.cache/fata"));
    }

    @Test
    void isNowhereWithoutAHome() {
        assertThat(CacheFolder.in(Map.of())).isEmpty();
    }
}
