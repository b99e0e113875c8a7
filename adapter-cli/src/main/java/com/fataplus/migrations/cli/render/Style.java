package com.fataplus.migrations.cli.render;

/** Colours, or none. */
public enum Style {
    /** For pipes, files and {@code NO_COLOR}. */
    PLAIN {
        @Override
        String paint(String code, String text) {
            return text;
        }
    },
    /** ANSI escape sequences. */
    COLOUR {
        @Override
        String paint(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    /** Green, yellow, blue, magenta, cyan: red is for what is wrong. */
    private static final int FIRST_LANE = 32;

    private static final int LANES = 5;

    abstract String paint(String code, String text);

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("1;31", text);
    }

    public String careful(String text) {
        return paint("33", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    /** Neighbouring lanes of a picture have different colours. */
    String lane(int column, String text) {
        return paint(Integer.toString(FIRST_LANE + column % LANES), text);
    }

    public String strong(String text) {
        return paint("1", text);
    }
}
