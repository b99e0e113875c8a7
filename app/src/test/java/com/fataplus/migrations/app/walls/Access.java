package com.fataplus.migrations.app.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Arrays;
import java.util.List;

/** The use of others' members: calls, references to methods, reads of fields. */
final class Access {
    private Access() {}

    /** Of any of the members, named by a regular expression. */
    static DescribedPredicate<JavaAccess<?>> access(DescribedPredicate<? super JavaClass> of, String members) {
        return target(owner(of)).and(target(nameMatching(members)));
    }

    /** Of a method with exactly these parameters. */
    static DescribedPredicate<JavaAccess<?>> given(Class<?>... parameters) {
        List<String> names = Arrays.stream(parameters).map(Class::getName).toList();
        return describe(
                "given " + names,
                access -> access instanceof JavaCodeUnitAccess<?> use && names.equals(parameters(use)));
    }

    private static List<String> parameters(JavaCodeUnitAccess<?> use) {
        return use.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList();
    }
}
