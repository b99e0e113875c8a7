package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the pieces of a revision file together, or says all that is wrong with them. */
final class ScriptReader {
    private final SourceText source;
    private final List<ScriptProblem> problems = new ArrayList<>();

    ScriptReader(SourceText source) {
        this.source = requireNonNull(source, "source");
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
        outline.halves().forEach(half -> problems.addAll(CommandRules.problems(source, half)));
        return problems.isEmpty()
                ? new Parsed.Sound<>(script(
                        revision,
                        outline.half(Direction.UP).orElseThrow(),
                        outline.half(Direction.DOWN).orElseThrow()))
                : new Parsed.Broken<>(ScriptProblem.inOrder(problems));
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

    private MigrationScript script(RevisionId revision, Half up, Half down) {
        Undo undo = switch (down.heading()) {
            case Heading.Runs ignored -> new Undo.Reversible(section(down));
            case Heading.Irreversible(var reason) -> new Undo.Irreversible(reason, down.text());
        };
        return new MigrationScript(revision, section(up), undo, CanonicalText.checksum(up.text(), down.text()));
    }

    private Section section(Half half) {
        return new Section(
                half.heading().direction(),
                half.heading().options(),
                source.location(),
                half.text(),
                half.commands().stream().map(this::statement).toList());
    }

    private Statement statement(Piece.Command command) {
        String text = source.text();
        return new Statement(
                text.substring(command.start(), command.end()),
                source.position(command.start()),
                command.copyData().map(data -> text.substring(data.start(), data.end())));
    }

    private void problem(int start, String code, String message, String hint) {
        problems.add(source.problem(start, code, message, hint));
    }
}
