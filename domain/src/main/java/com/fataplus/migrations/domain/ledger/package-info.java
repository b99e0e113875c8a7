/** What a database says was done to it. Start at {@link com.fataplus.migrations.domain.ledger.Ledger}. */
package com.fataplus.migrations.domain.ledger;
