/** What a command would do, decided before anything is touched. Start at {@link com.fataplus.migrations.domain.plan.Planner}. */
package com.fataplus.migrations.domain.plan;
