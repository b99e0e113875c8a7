/**
 * What users can ask for, one final class each with one public {@code run}. The walk to read first is
 * {@link com.fataplus.migrations.application.usecase.Upgrade}.
 */
package com.fataplus.migrations.application.usecase;
