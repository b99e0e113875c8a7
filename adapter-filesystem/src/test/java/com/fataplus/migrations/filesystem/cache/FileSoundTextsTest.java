package com.fataplus.migrations.filesystem.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.application.port.SoundTextsContract;
import com.fataplus.migrations.domain.revision.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSoundTextsTest extends SoundTextsContract {
    private static final Checksum FIRST = Checksum.of("select 1");
    private static final Checksum SECOND = Checksum.of("select 2");
    private static final Checksum THIRD = Checksum.of("select 3");

    @TempDir
    private Path home;

    @Override
    protected SoundTexts empty() {
        return texts();
    }

    @Test
    void knowsWhatAnEarlierProcessRemembered() {
        texts().remember(List.of(FIRST));

        assertThat(texts().contains(FIRST)).isTrue();
    }

    @Test
    void keepsWhatOthersLearnedMeanwhile() {
        SoundTexts ours = texts();
        assertThat(ours.contains(FIRST)).isFalse();

        texts().remember(List.of(FIRST));
        ours.remember(List.of(SECOND));

        assertThat(texts().contains(FIRST)).isTrue();
        assertThat(texts().contains(SECOND)).isTrue();
    }

    @Test
    void forgetsTheOldestFirst() throws IOException {
        SoundTexts small = new FileSoundTexts(Optional.of(folder()), 2);

        small.remember(List.of(FIRST, SECOND, THIRD));

        assertThat(Files.readAllLines(file())).containsExactly(SECOND.value(), THIRD.value());
    }

    @Test
    void isTheOwnersAlone() throws IOException {
        texts().remember(List.of(FIRST));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder().toFile().list()).containsExactly(FileSoundTexts.NAME);
    }

    @Test
    void startsAfreshFromABrokenFile() throws IOException {
        Files.createDirectories(folder());
        Files.write(file(), new byte[] {0, -1, 10, 10, 65, -128});

        texts().remember(List.of(FIRST));

        assertThat(Files.readAllLines(file())).containsExactly(FIRST.value());
    }

    @Test
    void doesNotReadWhatIsTooLarge() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(), (FIRST.value() + "\n").repeat(60_000));

        assertThat(texts().contains(FIRST)).isFalse();
    }

    @Test
    void knowsNothingWhereAFileIsInTheWayOfTheFolder() throws IOException {
        Files.writeString(home.resolve("cache"), "in the way");

        texts().remember(List.of(FIRST));

        assertThat(texts().contains(FIRST)).isFalse();
    }

    @Test
    void knowsNothingWhereAFolderIsInTheWayOfTheFile() throws IOException {
        Files.createDirectories(file().resolve("in the way"));

        texts().remember(List.of(FIRST));

        assertThat(texts().contains(FIRST)).isFalse();
        assertThat(folder().toFile().list()).containsExactly(FileSoundTexts.NAME);
    }

    @Test
    void keepsNothingWithoutAFolder() {
        SoundTexts nowhere = new FileSoundTexts(Optional.empty());

        nowhere.remember(List.of(FIRST));

        assertThat(nowhere.contains(FIRST)).isFalse();
    }

    private FileSoundTexts texts() {
        return new FileSoundTexts(Optional.of(folder()));
    }

    private Path folder() {
        return home.resolve("cache");
    }

    private Path file() {
        return folder().resolve(FileSoundTexts.NAME);
    }
}
