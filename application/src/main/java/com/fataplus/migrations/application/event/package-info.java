/** What happens while a command works, told as it happens. Start at {@link com.fataplus.migrations.application.event.MigrationEvent}. */
package com.fataplus.migrations.application.event;
