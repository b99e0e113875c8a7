package com.fataplus.migrations.postgres.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority that vouches for a server and a client, with everything in the forms that programs want; made by the JDK's keytool. */
final class Certificates {
    private static final String PASSWORD = "of the tests";

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes an authority, a certificate for {@code localhost} and one for the role.
     *
     * @param folder an empty one
     */
    static Certificates in(Path folder, String role) {
        try {
            Certificates certificates = new Certificates(folder);
            certificates.keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc:c");
            certificates.signed("server", "CN=localhost", "-ext", "san=dns:localhost");
            certificates.signed("client", "CN=" + role);
            certificates.export();
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot make certificates", e);
        }
    }

    /** A file: {@code ca.crt}, {@code server.crt}, {@code server.key}, {@code client.crt}, {@code client.key}, {@code client.pk8}. */
    Path file(String name) {
        return folder.resolve(name);
    }

    private void signed(String alias, String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", name));
        command.addAll(List.of("-signer", "ca"));
        command.addAll(List.of(more));
        keytool(command.toArray(String[]::new));
    }

    private void keytool(String... arguments) throws IOException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "RSA", "-validity", "2", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", folder.resolve("all.p12").toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }

    private void export() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        for (String alias : List.of("ca", "server", "client")) {
            Certificate certificate = store.getCertificate(alias);
            Key key = store.getKey(alias, PASSWORD.toCharArray());
            write(alias + ".crt", pem("CERTIFICATE", certificate.getEncoded()));
            write(alias + ".key", pem("PRIVATE KEY", key.getEncoded()));
            write(alias + ".pk8", key.getEncoded());
        }
    }

    private static byte[] pem(String label, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content))
                .getBytes(US_ASCII);
    }

    /** Servers and clients refuse keys that others can read. */
    private void write(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
