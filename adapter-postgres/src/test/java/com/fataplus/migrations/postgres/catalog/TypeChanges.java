package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;

import java.util.List;

/** Changes of types. */
final class TypeChanges {
    private TypeChanges() {}

    static List<SchemaChange> types() {
        return List.of(
                always("", "create type soil as enum ('clay', 'sand')", "drop type soil", "added: type s.soil"),
                always(
                        "create type soil as enum ('clay', 'sand')",
                        "alter type soil rename value 'clay' to 'loam'",
                        "alter type soil rename value 'loam' to 'clay'",
                        "changed: type s.soil"),
                always(
                        "create type soil as enum ('clay', 'sand')",
                        "alter type soil add value 'loam' before 'sand'",
                        "drop type soil; create type soil as enum ('clay', 'sand')",
                        "changed: type s.soil"),
                always("", "create domain size as numeric", "drop domain size", "added: domain s.size"),
                always(
                        "create domain size as numeric",
                        "alter domain size set default 1",
                        "alter domain size drop default",
                        "changed: domain s.size"),
                always(
                        "create domain size as numeric",
                        "alter domain size set not null",
                        "alter domain size drop not null",
                        "changed: domain s.size"),
                always(
                        "create domain size as numeric",
                        "alter domain size add constraint positive check (value > 0)",
                        "alter domain size drop constraint positive",
                        "added: constraint positive on domain s.size"),
                always("", "create type place as (x integer, y integer)", "drop type place", "added: type s.place"),
                always(
                        "create type place as (x integer, y integer)",
                        "alter type place add attribute z integer",
                        "alter type place drop attribute z",
                        "added: column s.place.z"),
                always(
                        "",
                        "create type span as range (subtype = float8, subtype_diff = float8mi)",
                        "drop type span",
                        "added: type s.span"),
                always("", "create type shell", "drop type shell", "added: type s.shell"),
                always(
                        "create domain size as numeric",
                        "grant usage on domain size to pg_monitor",
                        "revoke usage on domain size from pg_monitor",
                        "changed: domain s.size"),
                always("", "create collation plain (locale = 'C')", "drop collation plain", "added: collation s.plain"),
                always(
                        "",
                        "create conversion odd for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8",
                        "drop conversion odd",
                        "added: conversion s.odd"),
                always(
                        "create type place as (x integer)",
                        "create cast (place as text) with inout as assignment",
                        "drop cast (place as text)",
                        "added: cast (s.place as text)"));
    }
}
