package com.fataplus.migrations.postgres;

/** What lies between us and the server. */
enum Route {
    /** Nothing: the session ends with its connection. */
    DIRECT,
    /** A pooler, which gives the session to somebody else when we are gone. */
    POOLED
}
