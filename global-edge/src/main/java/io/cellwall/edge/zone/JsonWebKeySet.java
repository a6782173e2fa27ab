package io.cellwall.edge.zone;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * RSA public keys as those who verify tokens read them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-6.3.1">RFC 7518</a>
 */
final class JsonWebKeySet {

  private static final JsonMapper JSON = new JsonMapper();

  private JsonWebKeySet() {}

  /**
   * The set.
   *
   * @param ids key ids
   * @param keys the keys in the same order: base64 of their DER form, as KMS gives it
   * @throws IllegalArgumentException if one is no RSA public key
   */
  static String of(List<String> ids, List<String> keys) {
    List<Map<String, String>> set = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      RSAPublicKey key = parse(ids.get(i), keys.get(i));
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("kty", "RSA");
      entry.put("use", "sig");
      entry.put("alg", "RS256");
      entry.put("kid", ids.get(i));
      entry.put("n", unsigned(key.getModulus()));
      entry.put("e", unsigned(key.getPublicExponent()));
      set.add(entry);
    }
    return JSON.writeValueAsString(Map.of("keys", set));
  }

  private static RSAPublicKey parse(String id, String text) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("what KMS gave for " + id + " is no RSA public key", e);
    }
  }

  // Without the sign's own byte.
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    byte[] bare = Arrays.copyOfRange(bytes, from, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bare);
  }
}
