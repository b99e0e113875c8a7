/** One class a subcommand: options become a request, the report becomes an answer. */
package com.fataplus.migrations.cli.command;
