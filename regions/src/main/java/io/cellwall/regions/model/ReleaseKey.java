package io.cellwall.regions.model;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The public key that releases are signed for: an elliptic curve's, as {@code openssl ec -pubout
 * -outform DER | base64 -w0} writes it.
 *
 * @param value base64 of the key's SubjectPublicKeyInfo
 */
public record ReleaseKey(String value) {

  /** Base64, on one line. */
  public static final String SHAPE = "[A-Za-z0-9+/]{80,400}={0,2}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public ReleaseKey {
    if (!PATTERN.matcher(value).matches() || !isKey(value)) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is not a public key: write what"
              + " \"openssl ec -pubout -outform DER | base64 -w0\" prints");
    }
  }

  private static boolean isKey(String text) {
    try {
      KeyFactory.getInstance("EC")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
      return true;
    } catch (IllegalArgumentException | InvalidKeySpecException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has elliptic curves", e);
    }
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if the text is not one; the message quotes it
   */
  public static ReleaseKey parse(String text) {
    return new ReleaseKey(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
