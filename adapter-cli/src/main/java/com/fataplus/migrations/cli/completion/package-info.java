/** Completion of command lines in bash, zsh and fish. Start at {@link com.fataplus.migrations.cli.completion.CompletionScript}. */
package com.fataplus.migrations.cli.completion;
