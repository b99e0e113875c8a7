package com.fataplus.migrations.domain.script;

/** Which way a step goes. */
public enum Direction {
    UP,
    DOWN;

    /** The way back. */
    public Direction opposite() {
        return switch (this) {
            case UP -> DOWN;
            case DOWN -> UP;
        };
    }
}
