package org.w3id.scokg.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A token that opens a door to who brings it (RFC 6750). It cannot be read out again, not even into
 * a message.
 */
public final class Secret {

  /** How many characters a token has at least: {@value}. Fewer could be guessed. */
  public static final int SHORTEST = 16;

  /** What a header can carry (RFC 6750 §2.1). */
  private static final Pattern SENDABLE = Pattern.compile("[\\w.~+/-]+=*");

  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  private Secret(String token) {
    this.digest = DigestUtils.sha256(token);
  }

  /**
   * The token in a file, else in a variable of the environment.
   *
   * @param file the file, whose first line is the token; if given, the variable does not count
   * @param environment the variables
   * @param variable the name of the variable; one that is empty does not count
   * @throws InputException if the file cannot be read, or the token is too short or cannot be sent
   */
  public static Optional<Secret> find(
      Optional<Path> file, Map<String, String> environment, String variable) {
    if (file.isPresent()) {
      return Optional.of(of(read(file.get()), file.get().toString()));
    }
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(token -> !token.isEmpty())
        .map(token -> of(token, variable));
  }

  private static Secret of(String token, String place) {
    if (token.length() < SHORTEST) {
      throw problem(
          place,
          "the token has %d characters, fewer than %d".formatted(token.length(), SHORTEST),
          "a token that can be guessed opens the door to anyone",
          "make one with: openssl rand -hex 24");
    }
    if (!SENDABLE.matcher(token).matches()) {
      throw problem(
          place,
          "the token cannot be sent",
          "a header takes one word of the characters A-Z a-z 0-9 - . _ ~ + /",
          "make one with: openssl rand -hex 24");
    }
    return new Secret(token);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("").strip();
    } catch (IOException e) {
      InputException unreadable =
          problem(
              file.toString(),
              "the token cannot be read: "
                  + (e instanceof NoSuchFileException
                      ? "there is no such file"
                      : e.getClass().getSimpleName()),
              "the first line of this file is a token",
              "correct the path, or the owner and mode of the file");
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  /**
   * Whether the value of an {@code Authorization} header brings this token. Takes as long as not.
   */
  public boolean isIn(@Nullable String authorization) {
    if (authorization == null) {
      return false;
    }
    boolean scheme = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String token = scheme ? authorization.substring(SCHEME.length()).strip() : "";
    return MessageDigest.isEqual(digest, DigestUtils.sha256(token));
  }

  private static InputException problem(String place, String what, String why, String fix) {
    return new InputException(new Diagnostic(Location.of(place), what, why, fix));
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
