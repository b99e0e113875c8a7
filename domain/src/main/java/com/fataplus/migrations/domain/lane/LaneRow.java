package com.fataplus.migrations.domain.lane;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;

/**
 * A revision and the lanes beside it.
 *
 * @param column where the revision stands
 * @param ending lanes that come from above and end at the revision, from left to right
 * @param beginning lanes that begin at the revision and go down, from left to right; where there is any, one goes on in the revision's column
 * @param passing lanes of others, from left to right
 */
public record LaneRow(RevisionId revision, int column, List<Lane> ending, List<Lane> beginning, List<Lane> passing) {
    public LaneRow {
        requireNonNull(revision, "revision");
        ending = List.copyOf(ending);
        beginning = List.copyOf(beginning);
        passing = List.copyOf(passing);
    }
}
