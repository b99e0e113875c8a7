/**
 * What a revision file says: sections, statements and where each begins. Start at {@link com.fataplus.migrations.domain.script.ScriptParser}.
 */
package com.fataplus.migrations.domain.script;
