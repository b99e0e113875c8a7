package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.revision.Checksum;
import java.util.Collection;

/**
 * Remembers from one command to the next in which texts nothing was wrong, so that nobody looks again. It keeps checksums only, and may forget
 * at any time: where nothing can be kept, it must know nothing and fail nobody.
 */
public interface SoundTexts {
    /** True where the text with this checksum was remembered. */
    boolean contains(Checksum text);

    /** Keeps these as well, and in the end forgets the oldest for them. */
    void remember(Collection<Checksum> texts);
}
