package com.fataplus.migrations.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.Checksum;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SoundTexts} must do where it can keep something. */
public abstract class SoundTextsContract {
    private static final Checksum FIRST = Checksum.of("select 1");
    private static final Checksum SECOND = Checksum.of("select 2");

    /** One that has nothing to remember yet. */
    protected abstract SoundTexts empty();

    @Test
    void knowsNothingAtFirst() {
        assertThat(empty().contains(FIRST)).isFalse();
    }

    @Test
    void knowsWhatItWasTold() {
        SoundTexts texts = empty();

        texts.remember(List.of(FIRST));

        assertThat(texts.contains(FIRST)).isTrue();
        assertThat(texts.contains(SECOND)).isFalse();
    }

    @Test
    void keepsWhatItKnew() {
        SoundTexts texts = empty();

        texts.remember(List.of(FIRST));
        texts.remember(List.of(SECOND));

        assertThat(texts.contains(FIRST)).isTrue();
        assertThat(texts.contains(SECOND)).isTrue();
    }
}
