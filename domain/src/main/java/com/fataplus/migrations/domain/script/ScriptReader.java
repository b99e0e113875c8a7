package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the pieces of a revision file together, or says all that is wrong with them. */
final class ScriptReader {
    private final SourceText source;
    private final Optional<Placeholders> placeholders;
    private final List<ScriptProblem> problems = new ArrayList<>();

    ScriptReader(SourceText source, Optional<Placeholders> placeholders) {
        this.source = requireNonNull(source, "source");
        this.placeholders = requireNonNull(placeholders, "placeholders");
    }

    Parsed<MigrationScript> read(RevisionId revision) {
        List<Piece> pieces = SqlSplitter.split(source.text());
        refuseNulCharacters();
        pieces.forEach(this::refuseWhatIsNoSql);
        Outline outline = Outline.of(source, pieces, problems);
        refuseStatementsAboveSections(outline);
        refuseSecondSections(outline);
        // What seems to be missing may stand behind a misspelt marker or in an open quote.
        if (outline.unknown() == 0 && pieces.stream().noneMatch(Piece.Unclosed.class::isInstance)) {
            refuseMissingSections(outline);
        }
        Filling filling = new Filling(source, placeholders, problems);
        List<Body> bodies = outline.halves().stream().map(filling::body).toList();
        bodies.forEach(body -> problems.addAll(CommandRules.problems(source, body.half())));
        return problems.isEmpty()
                ? new Parsed.Sound<>(script(revision, body(Direction.UP, bodies), body(Direction.DOWN, bodies)))
                : new Parsed.Broken<>(ScriptProblem.inOrder(problems));
    }

    private static Body body(Direction direction, List<Body> bodies) {
        return bodies.stream()
                .filter(body -> body.direction() == direction)
                .findFirst()
                .orElseThrow();
    }

    private void refuseNulCharacters() {
        int nul = source.text().indexOf('\0');
        if (nul >= 0) {
            problem(nul, "script.nul-character", "PostgreSQL takes no NUL character (U+0000)", "remove it");
        }
    }

    private void refuseWhatIsNoSql(Piece piece) {
        switch (piece) {
            case Piece.Fault(var start, var code, var message, var hint) -> problem(start, code, message, hint);
            case Piece.Unclosed(var start, var opening) -> {
                String text = source.text();
                String loss =
                        SectionMarker.isWithin(text, start, text.length()) ? "; a section marker is lost in it" : "";
                problem(start, opening.code(), opening.message() + loss, opening.hint());
            }
            case Piece.Command ignored -> {}
            case Piece.Marker ignored -> {}
        }
    }

    private void refuseStatementsAboveSections(Outline outline) {
        if (!outline.halves().isEmpty() && !outline.above().isEmpty()) {
            problem(
                    outline.above().getFirst().start(),
                    "script.statement-above-sections",
                    "a statement stands above the first section and would never run",
                    "move it below '-- migrate:up'");
        }
    }

    private void refuseSecondSections(Outline outline) {
        for (Direction direction : Direction.values()) {
            outline.halves(direction).stream()
                    .skip(1)
                    .forEach(half -> problem(
                            half.start(),
                            "script.duplicate-section",
                            "there is a '" + SectionMarker.spelling(direction) + "' above already",
                            "join the two sections"));
        }
        // One order only: files read alike, and it is that of the ledger's copy.
        Optional<Half> tooLate = outline.half(Direction.UP)
                .filter(up -> outline.halves().getFirst().start() < up.start());
        tooLate.ifPresent(up -> problem(
                up.start(),
                "script.section-order",
                "the up section stands below the down section",
                "put '-- migrate:up' and its statements first"));
    }

    private void refuseMissingSections(Outline outline) {
        Optional<Half> up = outline.half(Direction.UP);
        if (up.isEmpty()) {
            problem(
                    0,
                    "script.no-up-section",
                    "the file has no up section",
                    "write '-- migrate:up' above the statements that do the work");
        }
        if (outline.half(Direction.DOWN).isEmpty()) {
            problem(
                    up.map(Half::start).orElse(0),
                    "script.no-down-section",
                    "the file does not say how to take the revision back",
                    "add '-- migrate:down' with the statements that undo it, or '-- migrate:down irreversible: reason'");
        }
    }

    /** The checksum is of the file, not of today's values: whoever has other values has not edited it. */
    private MigrationScript script(RevisionId revision, Body up, Body down) {
        Undo undo = switch (down.half().heading()) {
            case Heading.Runs ignored -> new Undo.Reversible(section(down));
            case Heading.Irreversible(var reason) -> new Undo.Irreversible(reason, down.text());
        };
        return new MigrationScript(
                revision,
                section(up),
                undo,
                CanonicalText.checksum(up.half().text(), down.half().text()));
    }

    private Section section(Body body) {
        return new Section(
                body.direction(), body.half().heading().options(), source.location(), body.text(), body.statements());
    }

    private void problem(int start, String code, String message, String hint) {
        problems.add(source.problem(start, code, message, hint));
    }
}
