package com.fataplus.migrations.cli.render;

import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Writes documents as JSON. */
final class Json {
    private static final JSON PRETTY =
            JSON.builder().enable(JSON.Feature.PRETTY_PRINT_OUTPUT).build();

    private Json() {}

    /** On one line. */
    static String line(Map<String, Object> document) {
        return JSON.std.asString(document);
    }

    static String of(Map<String, Object> document) {
        return PRETTY.asString(document);
    }
}
