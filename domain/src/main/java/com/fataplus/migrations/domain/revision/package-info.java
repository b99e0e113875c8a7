/**
 * Revisions and the graph they form. Start at {@link com.fataplus.migrations.domain.revision.RevisionGraph}; names typed by people are
 * {@link com.fataplus.migrations.domain.revision.RevisionSpec}s.
 */
package com.fataplus.migrations.domain.revision;
