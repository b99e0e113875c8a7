package com.fataplus.migrations.app;

import com.google.inject.AbstractModule;

/** Switches off what Guice would do behind our backs. */
final class HouseRules extends AbstractModule {
    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }
}
