package com.fataplus.migrations.application.document;

import com.fataplus.migrations.application.failure.MigrationFailure;
import java.util.Map;

/** A failure for machines: code, kind, summary, remedy, details. */
public final class FailureDocument {
    private FailureDocument() {}

    public static Map<String, Object> of(MigrationFailure failure) {
        return new Fields()
                .put("code", failure.code())
                .put("kind", failure.kind())
                .put("summary", failure.summary())
                .put("remedy", failure.remedy())
                .put("details", failure.details())
                .document();
    }
}
