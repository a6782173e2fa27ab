package io.cellwall.policies.pulumi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Made-up ids in the shapes that AWS gives them: the same for the same URN, wherever it runs. */
final class OfflineId {

  private OfflineId() {}

  /** A resource id of EC2: {@code vpc-} and 17 hexadecimal digits. */
  static String ec2(String prefix, String seed) {
    return prefix + "-0" + hex(seed).substring(0, 16);
  }

  static String uuid(String seed) {
    String hex = hex(seed);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-4"
        + hex.substring(13, 16)
        + "-a"
        + hex.substring(17, 20)
        + "-"
        + hex.substring(20, 32);
  }

  /** Upper-case letters and digits, as Route 53 and IAM have them. */
  static String upper(String prefix, String seed) {
    return prefix + hex(seed).substring(0, 20 - prefix.length()).toUpperCase(Locale.ROOT);
  }

  /** A number of a range, {@code from:to}, both included. */
  static String number(String range, String seed) {
    int colon = range.indexOf(':');
    int from = Integer.parseInt(range.substring(0, colon));
    int to = Integer.parseInt(range.substring(colon + 1));
    return String.valueOf(from + Long.parseLong(hex(seed, 8), 16) % (to - from + 1));
  }

  /** The first digits of a number that belongs to the seed. */
  static String hex(String seed, int digits) {
    return hex(seed).substring(0, digits);
  }

  private static String hex(String seed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (byte each : digest) {
        hex.append(Character.forDigit((each >> 4) & 0xf, 16))
            .append(Character.forDigit(each & 0xf, 16));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
