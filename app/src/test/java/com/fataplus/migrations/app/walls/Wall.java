package com.fataplus.migrations.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/** A rule with its reason: it holds for our classes, and whoever breaks it is seen. */
final class Wall {
    private final ArchRule rule;

    private Wall(ArchRule rule) {
        this.rule = rule;
    }

    static Wall of(ArchRule rule) {
        assertThat(rule.getDescription())
                .as("a wall without a reason is a whim")
                .contains(", because ");
        return new Wall(rule);
    }

    /** Holds for all our classes and reports each of these, were it one of ours. */
    void standsButFor(Offender first, Offender... others) {
        rule.check(House.CLASSES);
        assertSees(first);
        for (Offender other : others) {
            assertSees(other);
        }
    }

    private void assertSees(Offender offender) {
        JavaClasses planted = offender.compiled();
        // An empty report and a rule that found nothing to look at are both failures: the culprit has to be named.
        assertThat(rule.evaluate(planted).getFailureReport().getDetails())
                .as("who breaks '%s'", rule.getDescription())
                .anySatisfy(detail -> assertThat(detail).contains(offender.className()));
    }
}
