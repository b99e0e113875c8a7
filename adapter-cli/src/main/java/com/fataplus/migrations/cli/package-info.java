/** The command line: options in, text or JSON out. */
package com.fataplus.migrations.cli;
