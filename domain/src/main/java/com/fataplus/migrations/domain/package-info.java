/** The decisions of a migration, as pure functions of immutable values. */
package com.fataplus.migrations.domain;
