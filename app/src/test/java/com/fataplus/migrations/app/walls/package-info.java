/**
 * The house's walls as sentences, each with its reason and with a class that would break it. Read
 * {@link com.fataplus.migrations.app.walls.DependenciesPointInwardTest} first.
 */
package com.fataplus.migrations.app.walls;
