package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.domain.revision.Checksum;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A memory that lasts as long as the process. */
public final class InMemorySoundTexts implements SoundTexts {
    private final Set<Checksum> texts = new HashSet<>();

    @Override
    public boolean contains(Checksum text) {
        return texts.contains(text);
    }

    @Override
    public void remember(Collection<Checksum> more) {
        texts.addAll(more);
    }
}
