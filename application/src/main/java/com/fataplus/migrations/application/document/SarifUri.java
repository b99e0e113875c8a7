package com.fataplus.migrations.application.document;

import java.nio.charset.StandardCharsets;

/** Paths as URI references, after RFC 3986. */
final class SarifUri {
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@";

    private SarifUri() {}

    /** Relative to where the command ran, or with the scheme {@code file} where the path is absolute. */
    static String of(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(each) >= 0) {
                uri.append((char) each);
            } else {
                uri.append("%%%02X".formatted(each));
            }
        }
        return uri.toString();
    }
}
