package com.fataplus.migrations.app.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name tells what a thing is for, in the words of migrations, and nothing about patterns. */
class NamesSayWhatThingsAreTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            \\w+Impl            ; PlannerImpl  ; it says twice what it is, and not how it differs
            Abstract\\w+        ; AbstractPlan ; what several share has a name of its own
            \\w*Managers?       ; PlanManager  ; everything manages something
            \\w*(Helper|Util)s? ; PlanUtils    ; behaviour belongs to the value it is about
            \\w*(DTO|Dto)s?     ; PlanDTO      ; a record needs no excuse
            \\w+Ports?          ; DatabasePort ; the package says it
            I[A-Z]\\w*          ; IPlanner     ; who uses a type need not know that it is an interface
            """)
    void noTypeIsCalled(String pattern, String example, String reason) {
        Wall.of(noClasses().should().haveNameMatching(".*[.$]" + pattern).because(reason))
                .standsButFor(Offender.in("domain.plan", "interface %s {}".formatted(example)));
    }
}
