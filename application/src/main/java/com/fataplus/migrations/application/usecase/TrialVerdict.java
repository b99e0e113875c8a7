package com.fataplus.migrations.application.usecase;

import java.util.Set;

/** What an error in a database without rows says of the statement. */
enum TrialVerdict {
    /** It fails wherever it runs after this history. */
    WRONG,
    /** Rows, permissions or a busy server may have made it fail, or its author: elsewhere it may succeed. */
    DEPENDS;

    /**
     * feature_not_supported, active_sql_transaction, dependent_objects_still_exist, invalid_schema_name, unsafe_new_enum_value_usage,
     * invalid_text_representation, invalid_datetime_format.
     */
    private static final Set<String> WRONG_ANYWHERE =
            Set.of("0A000", "25001", "2BP01", "3F000", "55P04", "22P02", "22007");

    /** Class "syntax error or access rule violation": names and types that do not exist, exist twice or do not fit. */
    private static final String NAMES_AND_TYPES = "42";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    static TrialVerdict of(String sqlState) {
        boolean wrong = (sqlState.startsWith(NAMES_AND_TYPES) && !sqlState.equals(INSUFFICIENT_PRIVILEGE))
                || WRONG_ANYWHERE.contains(sqlState);
        return wrong ? WRONG : DEPENDS;
    }
}
