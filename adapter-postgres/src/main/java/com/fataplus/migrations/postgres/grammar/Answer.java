package com.fataplus.migrations.postgres.grammar;

/** What the parser has to say of a text. */
sealed interface Answer {
    /** It understood; the tree is JSON as libpg_query writes it. */
    record Tree(String json) implements Answer {}

    /** It did not. */
    record Refusal(ErrorData data) implements Answer {}

    /** It could not finish; nothing is known of the text, and the parser is of no use any more. */
    record GaveUp(String reason) implements Answer {}
}
