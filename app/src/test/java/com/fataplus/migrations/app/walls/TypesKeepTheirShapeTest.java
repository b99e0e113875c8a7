package com.fataplus.migrations.app.walls;

import static com.fataplus.migrations.app.walls.House.within;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.usecase.UseCases;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values do not change, ports are contracts, a use case is one verb. */
class TypesKeepTheirShapeTest {
    @Test
    void theDomainNeverChanges() {
        Wall.of(fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(within("domain"))
                        .should()
                        .beFinal()
                        .because("a value that was checked once has to stay true"))
                .standsButFor(Offender.in("domain.plan", "class Offender { private int steps; }"));
    }

    @Test
    void onlyOneExceptionIsOurs() {
        Wall.of(noClasses()
                        .that()
                        .doNotBelongToAnyOf(MigrationException.class)
                        .should()
                        .beAssignableTo(Throwable.class)
                        .because("a failure is a value; the one exception carries it, and all others are bugs"))
                .standsButFor(Offender.in("domain.plan", "class Offender extends IllegalStateException {}"));
    }

    @Test
    void portsAreInterfacesAndTheirValues() {
        Wall.of(classes()
                        .that()
                        .resideInAPackage(within("application.port"))
                        .and()
                        .doNotHaveModifier(SYNTHETIC)
                        .should()
                        .beInterfaces()
                        .orShould()
                        .beRecords()
                        .orShould()
                        .beEnums()
                        .because("a port promises; whoever keeps the promise is an adapter or the memory"))
                .standsButFor(Offender.in("application.port", "abstract class Offender {}"));
    }

    @Test
    void classesAreFinal() {
        Wall.of(classes()
                        .that()
                        .areNotInterfaces()
                        .and()
                        .areNotEnums()
                        .and()
                        .areNotAnonymousClasses()
                        .should()
                        .haveModifier(FINAL)
                        .because("work is put together from parts and read top to bottom, not overridden"))
                .standsButFor(
                        Offender.in("application.usecase", "class Offender {}"),
                        Offender.in("postgres", "abstract class Offender {}"));
    }

    @Test
    void aUseCaseHasOneVerb() {
        Wall.of(classes()
                        .that()
                        .resideInAPackage(within("application.usecase"))
                        .and()
                        .arePublic()
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .areNotInterfaces()
                        .and()
                        .areNotEnums()
                        .and()
                        .areNotRecords()
                        .and()
                        .doNotBelongToAnyOf(UseCases.class)
                        .should(haveRunAsTheOnlyPublicMethod())
                        .because("a class with two verbs is two use cases"))
                .standsButFor(
                        Offender.in("application.usecase", "public final class Offender { public void stop() {} }"),
                        Offender.in("application.usecase", "public final class Offender { public void run() {} }"),
                        Offender.in("application.usecase", """
                                public final class Offender {
                                    public void run(%1$s context) {}
                                    public void run(String request, %1$s context) {}
                                }
                                """.formatted(RunContext.class.getName())));
    }

    @Test
    void noDecisionHangsOnABoolean() {
        Wall.of(noCodeUnits()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(within("domain"), within("application"))
                        .and()
                        .doNotHaveModifier(SYNTHETIC)
                        .should()
                        .haveRawParameterTypes(includingABoolean())
                        .because("'true' at a call says nothing; a direction, a mode and a verdict have names"))
                .standsButFor(
                        Offender.in("domain.plan", "class Offender { void run(boolean up) {} }"),
                        Offender.in("application.config", "record Offender(String name, boolean dryRun) {}"));
    }

    private static DescribedPredicate<List<JavaClass>> includingABoolean() {
        return describe(
                "including a boolean",
                types -> types.stream()
                        .anyMatch(type -> type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class)));
    }

    private static ArchCondition<JavaClass> haveRunAsTheOnlyPublicMethod() {
        return new ArchCondition<>("have run(.., RunContext) as the only public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaMethod> invitations = type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(PUBLIC))
                        .toList();
                boolean oneVerb = invitations.size() == 1 && isRun(invitations.getFirst());
                events.add(new SimpleConditionEvent(
                        type, oneVerb, type.getName() + " has the public methods " + invitations));
            }
        };
    }

    private static boolean isRun(JavaMethod method) {
        return method.getName().equals("run")
                && !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getLast().isEquivalentTo(RunContext.class);
    }
}
