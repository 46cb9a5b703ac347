package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** What whoever operates a server shows to be let in (RFC 6750). It is never written anywhere. */
public final class AdminToken {

  private static final int SHORTEST = 16;
  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  private AdminToken(byte[] digest) {
    this.digest = digest;
  }

  /**
   * A token.
   *
   * @param token what stands in it; white space around it is none of it
   * @param source where it comes from, as messages should show it
   * @throws InputException if it is too easily guessed, or cannot stand in a header
   */
  public static AdminToken of(String token, String source) {
    String stripped = token.strip();
    if (!stripped.matches("[\\w.~+/-]{" + SHORTEST + ",}=*")) {
      throw new InputException(
          new Diagnostic(
              Location.of(source),
              "this is no admin token",
              "it is one word of %d or more of the characters A-Z a-z 0-9 - . _ ~ + /"
                  .formatted(SHORTEST),
              "make one, for example with: openssl rand -hex 32"));
    }
    return new AdminToken(sha256(stripped));
  }

  /** Whether a request shows the token, found out in a time that tells nothing of it. */
  boolean isShownBy(HttpServletRequest request) {
    @Nullable String header = request.getHeader("Authorization");
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(digest, sha256(header.substring(SCHEME.length()).strip()));
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bug: every Java platform has SHA-256", e);
    }
  }
}
