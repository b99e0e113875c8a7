/** The command line. Start at {@link com.fataplus.migrations.cli.CommandLineInterface}. */
package com.fataplus.migrations.cli;
