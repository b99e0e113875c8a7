/** What to undo after a failure, decided as a value. Start at {@link com.fataplus.migrations.domain.rollback.RollbackPolicy}. */
package com.fataplus.migrations.domain.rollback;
