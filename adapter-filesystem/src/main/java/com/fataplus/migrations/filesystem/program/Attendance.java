package com.fataplus.migrations.filesystem.program;

/** Whether somebody is there who could type into an editor. */
public enum Attendance {
    AT_A_TERMINAL,
    /** Input or output is a file or a pipe. */
    NOBODY
}
