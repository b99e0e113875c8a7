/**
 * The one JSON vocabulary of command line and HTTP: events, failures and reports as ordered maps of strings, numbers, booleans, lists and maps.
 * Start at {@link com.fataplus.migrations.application.document.ReportDocuments}.
 */
package com.fataplus.migrations.application.document;
