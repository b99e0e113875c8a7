/** Where revisions and the lines between them go in a picture of the graph. Start at {@link com.fataplus.migrations.domain.lane.Lanes}. */
package com.fataplus.migrations.domain.lane;
