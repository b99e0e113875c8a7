package com.fataplus.migrations.postgres.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a whole test class once on each major version of PostgreSQL: {@code @ClassTemplate @ExtendWith(EveryMajor.class)}. Where the server
 * was not ours to choose, once on that one.
 */
public final class EveryMajor implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext test) {
        return true;
    }

    @Override
    public Stream<OnMajor> provideClassTemplateInvocationContexts(ExtensionContext test) {
        return PostgresServer.servers(test).majors().stream().map(OnMajor::new);
    }

    /** One of the runs. */
    record OnMajor(int major) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return "PostgreSQL " + major;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new PostgresServer(Optional.of(major)));
        }
    }
}
