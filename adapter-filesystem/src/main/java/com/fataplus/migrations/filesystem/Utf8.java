package com.fataplus.migrations.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Bytes that ought to be text: the text, or the first place where they are not. */
public sealed interface Utf8 {
    /** What some editors put in front. */
    String BYTE_ORDER_MARK = "\uFEFF";

    /** What lenient decoding puts in place of bytes that are no text. */
    char REPLACEMENT = '\uFFFD';

    /** All of it, without the byte order mark that some editors put in front. */
    record Text(String text) implements Utf8 {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /**
     * Bytes of another encoding, or no text at all.
     *
     * @param wrong the first byte that does not fit, 0 to 255
     * @param before the beginning of the line it stands in
     */
    record NoText(SourcePosition position, int wrong, String before) implements Utf8 {
        public NoText {
            requireNonNull(position, "position");
            requireNonNull(before, "before");
        }

        /** For people. */
        public String message() {
            return wrong == 0
                    ? "this is no text: it has a byte 00"
                    : "this is not UTF-8: the byte %02X does not fit here".formatted(wrong);
        }
    }

    /** Reads strictly: nothing is replaced. Text has no character U+0000, since PostgreSQL's has none. */
    static Utf8 decode(byte[] bytes) {
        int start = hasByteOrderMark(bytes) ? 3 : 0;
        String lenient = new String(bytes, start, bytes.length - start, UTF_8);
        // What could not be read has become a replacement character, unless somebody wrote one.
        return lenient.indexOf(REPLACEMENT) < 0 && lenient.indexOf('\0') < 0
                ? new Text(lenient)
                : decodeStrictly(bytes, start);
    }

    /** Takes five times the memory, and knows where it stopped. */
    private static Utf8 decodeStrictly(byte[] bytes, int start) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder strict = UTF_8.newDecoder();
        CoderResult result = strict.decode(in, out, true);
        String text = out.flip().toString();
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            return noText(text.substring(0, zero), 0);
        }
        return result.isError() ? noText(text, in.get() & 0xFF) : new Text(text);
    }

    /** The bytes of a text that goes back to where {@code original} was read. */
    static byte[] encodeLike(byte[] original, String text) {
        return (hasByteOrderMark(original) ? BYTE_ORDER_MARK + text : text).getBytes(UTF_8);
    }

    private static NoText noText(String before, int wrong) {
        return new NoText(
                SourcePosition.START.after(before, before.length()),
                wrong,
                before.substring(before.lastIndexOf('\n') + 1));
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
