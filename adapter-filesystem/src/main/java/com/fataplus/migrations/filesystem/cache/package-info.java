/** What may be lost at any time. Start at {@link com.fataplus.migrations.filesystem.cache.FileSoundTexts}. */
package com.fataplus.migrations.filesystem.cache;
