/** The HTTP interface: the same use cases as the command line. */
package com.fataplus.migrations.http;
