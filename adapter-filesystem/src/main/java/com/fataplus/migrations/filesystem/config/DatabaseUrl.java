package com.fataplus.migrations.filesystem.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.config.Secret;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's address in one text: {@code postgres://user:password@host:port/name?sslmode=require}, as libpq, JDBC and SQLAlchemy write it.
 *
 * @param parts the texts it has for other keys, by their names
 */
record DatabaseUrl(Map<String, String> parts) {
    /** The driver that SQLAlchemy wants to know after a plus sign is nothing to us. */
    private static final Pattern FORM = Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
            + "(?<host>\\[[^\\]@/?]*]|[^:@/?]*)(?::(?<port>[0-9]*))?"
            + "(?:/(?<name>[^@?]*))?(?:\\?(?<query>[^@]*))?");

    private static final Pattern PASSWORD = Pattern.compile("(://[^:@/?]*:)[^@/?]*@");
    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("([?&]password=)[^&]*");

    private static final Map<String, Key<?>> PARAMETERS = Map.ofEntries(
            Map.entry("host", Keys.HOST),
            Map.entry("port", Keys.PORT),
            Map.entry("dbname", Keys.NAME),
            Map.entry("user", Keys.USER),
            Map.entry("password", Keys.PASSWORD),
            Map.entry("sslmode", Keys.SSLMODE),
            Map.entry("sslrootcert", Keys.SSLROOTCERT),
            Map.entry("sslcert", Keys.SSLCERT),
            Map.entry("sslkey", Keys.SSLKEY),
            Map.entry("connect_timeout", Keys.CONNECT_TIMEOUT),
            Map.entry("connectTimeout", Keys.CONNECT_TIMEOUT));

    DatabaseUrl {
        parts = Map.copyOf(parts);
    }

    /** Takes an address apart. The reason why it cannot never repeats any of it: a wrong sign may have moved the password anywhere. */
    static Reading<DatabaseUrl> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new Reading.Wrong<>("is no PostgreSQL address: postgres://user:password@host:port/name is one,"
                    + " with other signs percent-encoded (@ is %40, / is %2F, ? is %3F)");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            put(parts, Keys.USER, form.group("user"));
            put(parts, Keys.PASSWORD, form.group("password"));
            put(parts, Keys.HOST, withoutBrackets(form.group("host")));
            put(parts, Keys.PORT, form.group("port"));
            put(parts, Keys.NAME, form.group("name"));
            return parameters(parts, Optional.ofNullable(form.group("query")).orElse(""));
        } catch (IllegalArgumentException badEscape) {
            return new Reading.Wrong<>("has a percent sign without two hexadecimal digits; the sign itself is %25");
        }
    }

    /** The address without its passwords. */
    static String masked(String text) {
        String masked = PASSWORD.matcher(text).replaceFirst("$1" + Secret.MASK + "@");
        return PASSWORD_PARAMETER.matcher(masked).replaceAll("$1" + Secret.MASK);
    }

    /** Without the values, among which may be a password. */
    @Override
    public String toString() {
        return "DatabaseUrl[parts=" + parts.keySet() + "]";
    }

    private static Reading<DatabaseUrl> parameters(Map<String, String> parts, String query) {
        for (String parameter : query.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            String name = parameter.split("=", 2)[0];
            Optional<Key<?>> key = Optional.ofNullable(PARAMETERS.get(name));
            if (key.isEmpty()) {
                return new Reading.Wrong<>("has a parameter that is not known here"
                        + DidYouMean.suffix(name, PARAMETERS.keySet()) + "; there are "
                        + String.join(
                                ", ", PARAMETERS.keySet().stream().sorted().toList()));
            }
            put(parts, key.get(), parameter.substring(Math.min(parameter.length(), name.length() + 1)));
        }
        return new Reading.Sound<>(new DatabaseUrl(parts));
    }

    private static void put(Map<String, String> parts, Key<?> key, String encoded) {
        if (encoded != null && !encoded.isEmpty()) {
            parts.put(key.name(), URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8));
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
