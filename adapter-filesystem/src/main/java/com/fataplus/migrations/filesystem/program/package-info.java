/** Programs that users have run on their revision files. Start at {@link com.fataplus.migrations.filesystem.program.UserPrograms}. */
package com.fataplus.migrations.filesystem.program;
