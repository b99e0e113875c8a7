package com.fataplus.migrations.postgres.grammar;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both parsers over what nobody thought of: statements of the corpus with their words in disorder, and all of them in one script. */
class DisorderTest {
    private final Random random = new Random(20_261_122);
    private final List<String> statements = Stream.of("valid.sql", "plpgsql.sql", "invalid.sql", "plpgsql-invalid.sql")
            .flatMap(file -> Corpus.statements(file).stream())
            .toList();
    private final LibPgQuery ours = LibPgQuery.start();
    private final LibPgQuery published = new LibPgQuery(new PublishedModule());

    @Test
    void sameAnswersToWordsInDisorder() {
        compareMutants(1_000);
    }

    @Test
    @Tag("nightly")
    void sameAnswersToMoreWordsInDisorder() {
        compareMutants(30_000);
    }

    @Test
    @Tag("nightly")
    void sameTreeOfALargeScript() {
        List<String> valid = Stream.generate(() -> Corpus.statements("valid.sql"))
                .limit(30)
                .flatMap(List::stream)
                .collect(toCollection(ArrayList::new));
        Collections.shuffle(valid, random);
        String script = String.join(";\n", valid);

        assertThat(DeepStack.call(() -> ours.parse(script))).isEqualTo(DeepStack.call(() -> published.parse(script)));
    }

    private void compareMutants(int count) {
        for (int done = 0; done < count; done++) {
            String mutant = mutant();
            assertThat(ours.parse(mutant)).as("%s", mutant).isEqualTo(published.parse(mutant));
        }
    }

    /** A statement with a word of it left out, said twice, exchanged with its neighbour, or replaced by one of another statement. */
    private String mutant() {
        List<String> words = words();
        for (int change = random.nextInt(1, 4); change > 0 && words.size() > 1; change--) {
            int at = random.nextInt(words.size() - 1);
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(at));
                case 2 -> Collections.swap(words, at, at + 1);
                default -> words.set(at, anyOf(words()));
            }
        }
        return String.join(" ", words);
    }

    private List<String> words() {
        return new ArrayList<>(Arrays.asList(anyOf(statements).split("\\s+|(?<=[(),.'])|(?=[(),.'])", -1)));
    }

    private String anyOf(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
