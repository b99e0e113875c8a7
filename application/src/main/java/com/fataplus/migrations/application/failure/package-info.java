/** Every way in which a command can fail for a reason that is not our bug. Start at {@link com.fataplus.migrations.application.failure.MigrationFailure}. */
package com.fataplus.migrations.application.failure;
