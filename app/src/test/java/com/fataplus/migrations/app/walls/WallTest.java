package com.fataplus.migrations.app.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fataplus.migrations.application.port.DatabaseContract;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The walls would be decoration if one of these could pass unseen. */
class WallTest {
    @Test
    void aWallNeedsAReason() {
        ArchRule whim = noClasses().should().haveSimpleName("Offender");

        assertThatThrownBy(() -> Wall.of(whim)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aWallHasToStand() {
        ArchRule impossible = noClasses().should().haveSimpleName("Planning").because("nobody plans");

        assertThatThrownBy(() -> Wall.of(impossible).standsButFor(Offender.in("domain.plan", "class Planning {}")))
                .hasMessageContaining("com.fataplus.migrations.domain.plan.Planning");
    }

    @Test
    void aWallHasToSeeItsOffender() {
        ArchRule rule = noClasses().should().haveSimpleName("Offender").because("none is wanted here");
        Offender innocent = Offender.in("domain.plan", "class Innocent {}");

        assertThatThrownBy(() -> Wall.of(rule).standsButFor(innocent)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aMisspelledPackageIsSeen() {
        assertThatThrownBy(() -> House.within("domain.plam")).isInstanceOf(AssertionError.class);
    }

    @Test
    void anOffenderHasToCompile() {
        Offender broken = Offender.in("domain.plan", "class Offender { Unheard of; }");

        assertThatThrownBy(broken::compiled).hasMessageContaining("cannot find symbol");
    }

    @Test
    void wallsLookAtAllWeWrote() {
        assertThat(Sources.types())
                .filteredOn(type -> !type.endsWith(".package-info"))
                .isNotEmpty()
                .allMatch(House.CLASSES::contain);
    }

    @Test
    void wallsDoNotLookAtTests() {
        assertThat(House.CLASSES.contain(WallTest.class)).isFalse();
        assertThat(House.CLASSES.contain(DatabaseContract.class)).isFalse();
    }
}
