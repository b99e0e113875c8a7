package com.fataplus.migrations.filesystem.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checksums in a file of the user's cache, one a line, the oldest first. Whatever is wrong with that file, it is as if it were not there. */
public final class FileSoundTexts implements SoundTexts {
    static final String NAME = "sound-sql.txt";

    /** Some 3 MB, read in a few milliseconds: the sections of 25,000 revisions. */
    private static final int MOST = 50_000;

    private static final int CHECKSUM_LENGTH = 64;
    private static final long MOST_BYTES = MOST * (CHECKSUM_LENGTH + 1L);

    private final Optional<Path> folder;
    private final int most;
    private Optional<Set<String>> read = Optional.empty();

    /** Keeps nothing where there is no folder. */
    public FileSoundTexts(Optional<Path> folder) {
        this(folder, MOST);
    }

    FileSoundTexts(Optional<Path> folder, int most) {
        this.folder = requireNonNull(folder, "folder");
        this.most = most;
    }

    @Override
    public boolean contains(Checksum text) {
        if (read.isEmpty()) {
            read = Optional.of(folder.map(this::read).orElseGet(Set::of));
        }
        return read.get().contains(text.value());
    }

    /** Reads again first: others may have learned something meanwhile. Of two who write at once, one is forgotten. */
    @Override
    public void remember(Collection<Checksum> texts) {
        folder.ifPresent(place -> {
            Set<String> all = read(place);
            texts.forEach(text -> all.add(text.value()));
            write(place, all.stream().skip(Math.max(0, all.size() - most)).toList());
            read = Optional.of(all);
        });
    }

    private Set<String> read(Path place) {
        Path file = place.resolve(NAME);
        try {
            // A pipe would keep us waiting, and anything larger is not ours.
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Files.readString(file, ISO_8859_1)
                            .lines()
                            .filter(line -> line.length() == CHECKSUM_LENGTH)
                            .collect(Collectors.toCollection(LinkedHashSet::new))
                    : new LinkedHashSet<>();
        } catch (IOException unreadable) {
            return new LinkedHashSet<>();
        }
    }

    private static void write(Path place, List<String> lines) {
        Path partial = place.resolve("." + UUID.randomUUID() + ".partial");
        try {
            Files.createDirectories(place, OwnerOnly.folder(place));
            Files.createFile(partial, OwnerOnly.file(partial));
            Files.write(partial, lines, ISO_8859_1);
            Files.move(partial, place.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            remove(partial);
        }
    }

    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException left) {
            // a small file that nobody reads
        }
    }
}
