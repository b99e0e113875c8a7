package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.domain.revision.HistoryRange;
import com.fataplus.migrations.domain.revision.Reading;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import com.fataplus.migrations.domain.revision.SpecResolver;
import java.util.List;

/** Names as typed, turned into what they mean; the domain's refusals become failures here. */
final class Specs {
    private Specs() {}

    static RevisionSpec parse(String text) {
        return understood(RevisionSpec.parse(text));
    }

    static List<RevisionId> all(SpecResolver resolver, String text) {
        return understood(RevisionSpec.parse(text).then(resolver::all));
    }

    /** The one revision meant; {@code base} is none. */
    static RevisionId one(SpecResolver resolver, String text) {
        return understood(RevisionSpec.parse(text).then(resolver::one))
                .orElseThrow(() -> refused(new SpecRefusal.Malformed(text, "it comes before the first revision")));
    }

    static List<RevisionId> range(SpecResolver resolver, String text) {
        return understood(HistoryRange.parse(text).then(range -> range.revisions(resolver)));
    }

    private static <T> T understood(Reading<T> reading) {
        return switch (reading) {
            case Reading.Understood<T> understood -> understood.value();
            case Reading.Refused<T> refusal -> throw refused(refusal.reason());
        };
    }

    private static MigrationException refused(SpecRefusal reason) {
        return new MigrationException(new RefusedFailure.BadName(reason));
    }
}
