package com.fataplus.migrations.domain.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections of a file in the order in which they stand.
 *
 * @param above statements above all sections
 * @param halves sections whose marker we understand
 * @param unknown how many markers we do not understand
 */
record Outline(List<Piece.Command> above, List<Half> halves, int unknown) {
    Outline {
        above = List.copyOf(above);
        halves = List.copyOf(halves);
    }

    /** Parts the pieces at their markers; wrong markers add to {@code problems}. */
    static Outline of(SourceText source, List<Piece> pieces, List<ScriptProblem> problems) {
        HeadingReader headings = new HeadingReader(source, problems);
        List<Piece.Marker> markers = all(Piece.Marker.class, pieces);
        List<List<Piece.Command>> commands = commandsByMarker(pieces);
        List<Half> halves = new ArrayList<>();
        for (int i = 0; i < markers.size(); i++) {
            int start = markers.get(i).start();
            int end = i + 1 < markers.size()
                    ? textEnd(source.text(), markers.get(i + 1).start())
                    : source.text().length();
            Optional<Heading> heading = headings.read(markers.get(i));
            List<Piece.Command> below = commands.get(i + 1);
            heading.ifPresent(
                    known -> halves.add(new Half(known, start, source.text().substring(start, end), below)));
        }
        return new Outline(commands.getFirst(), halves, markers.size() - halves.size());
    }

    /** The one section of a direction; where there are several, the first. */
    Optional<Half> half(Direction direction) {
        return halves(direction).stream().findFirst();
    }

    List<Half> halves(Direction direction) {
        return halves.stream()
                .filter(half -> half.heading().direction() == direction)
                .toList();
    }

    private static int textEnd(String text, int nextMarker) {
        return SectionMarker.endOfTextAbove(text, nextMarker).orElse(nextMarker);
    }

    /** The commands above the first marker, then those below each. */
    private static List<List<Piece.Command>> commandsByMarker(List<Piece> pieces) {
        List<List<Piece.Command>> groups = new ArrayList<>(List.of(new ArrayList<>()));
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Marker ignored -> groups.add(new ArrayList<>());
                case Piece.Command command -> groups.getLast().add(command);
                case Piece.Unclosed ignored -> {}
                case Piece.Fault ignored -> {}
            }
        }
        return groups;
    }

    private static <T extends Piece> List<T> all(Class<T> sort, List<Piece> pieces) {
        return pieces.stream().filter(sort::isInstance).map(sort::cast).toList();
    }
}
