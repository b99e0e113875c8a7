package com.fataplus.migrations.filesystem.config;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks the layers in turn, keeping what was wrong and where each value came from. */
final class Resolution {
    private static final String NOBODY = "default";

    private final List<Layer> layers;
    private final List<Setting> settings = new ArrayList<>();
    private final Set<String> problems = new LinkedHashSet<>();

    Resolution(List<Layer> layers) {
        this.layers = withPartsOfUrl(layers);
    }

    /** The value in force of a key that has a default. */
    <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(key.name() + " has no default"));
    }

    /** The value in force, where there is one. */
    <T> Optional<T> find(Key<T> key) {
        return find(key, () -> key.fallback().map(text -> new Raw(text, NOBODY)));
    }

    /** The value in force, looked for elsewhere where no layer has one. */
    <T> Optional<T> find(Key<T> key, Supplier<Optional<Raw>> elsewhere) {
        Optional<Raw> raw = raw(key).or(elsewhere);
        settings.add(new Setting(
                key.name(),
                raw.map(found -> key.type().shown(found.text())).orElse(""),
                raw.map(Raw::origin).orElse(NOBODY)));
        return raw.flatMap(found -> switch (key.type().read(found.text())) {
            case Reading.Sound<T>(var value) -> Optional.of(value);
            case Reading.Wrong<T>(var why) -> {
                problems.add(found.origin() + ": " + key.name() + " " + why);
                yield fallback(key);
            }
        });
    }

    /** Something that is wrong with a value because of another. */
    void problem(Key<?> key, String why) {
        problems.add(raw(key).map(Raw::origin).orElse(NOBODY) + ": " + key.name() + " " + why);
    }

    /** Every value asked for so far, in that order. */
    List<Setting> settings() {
        return List.copyOf(settings);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<Raw> raw(Key<?> key) {
        return layers.stream().flatMap(layer -> layer.value(key).stream()).findFirst();
    }

    /** So that one wrong value does not hide the next. */
    private static <T> Optional<T> fallback(Key<T> key) {
        return key.fallback()
                .flatMap(text -> key.type().read(text) instanceof Reading.Sound<T>(var value)
                        ? Optional.of(value)
                        : Optional.empty());
    }

    /** Of all addresses only the first counts, whole; it stands right behind the place that named it. */
    private static List<Layer> withPartsOfUrl(List<Layer> layers) {
        List<Layer> all = new ArrayList<>();
        boolean found = false;
        for (Layer layer : layers) {
            all.add(layer);
            Optional<Raw> url = layer.value(Keys.URL);
            if (!found && url.isPresent()) {
                found = true;
                all.add(parts(url.get()));
            }
        }
        return all;
    }

    private static Layer parts(Raw url) {
        Map<String, Raw> parts = new HashMap<>();
        if (Keys.URL.type().read(url.text()) instanceof Reading.Sound<DatabaseUrl>(var address)) {
            address.parts().forEach((key, text) -> parts.put(key, new Raw(text, url.origin())));
        }
        return new Layer(parts);
    }
}
