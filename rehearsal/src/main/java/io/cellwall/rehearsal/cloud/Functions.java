package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.OfflineAws;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What functions of the provider answer. */
public final class Functions {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  private Functions() {}

  /**
   * The answer to a call.
   *
   * @throws Refusal if the function is not one of the few that are known here
   */
  public static Value.Fields answer(String token, Value.Fields arguments, Place place) {
    if (token.equals("aws:kms/getPublicKey:getPublicKey")) {
      return publicKey(arguments.text("keyId").orElse(""), place);
    }
    Value.Fields answer =
        OfflineAws.answer(
            token,
            new OfflineAws.Whereabouts(
                Optional.of(place.region()), Optional.of(place.account().value())));
    if (answer.values().containsValue(new Value.Unknown())) {
      throw new Refusal(
          "NotRehearsed",
          "the rehearsal AWS does not know what %s answers: add it to Functions".formatted(token));
    }
    return answer;
  }

  // A number of the right size, the same for the same key; nobody has the other half.
  private static Value.Fields publicKey(String keyId, Place place) {
    byte[] der;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] modulus = new byte[256];
      for (int i = 0; i < 8; i++) {
        byte[] part = digest.digest((keyId + " " + i).getBytes(StandardCharsets.UTF_8));
        System.arraycopy(part, 0, modulus, i * part.length, part.length);
      }
      modulus[0] |= (byte) 0x80;
      modulus[255] |= 1;
      der =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(new BigInteger(1, modulus), EXPONENT))
              .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256 and RSA", e);
    }
    String base64 = Base64.getEncoder().encodeToString(der);
    Map<String, Value> answer = new TreeMap<>();
    answer.put("id", new Value.Text(keyId));
    answer.put("keyId", new Value.Text(keyId));
    answer.put(
        "arn",
        new Value.Text(
            "arn:%s:kms:%s:%s:key/%s"
                .formatted(place.region().partition(), place.region(), place.account(), keyId)));
    answer.put("customerMasterKeySpec", new Value.Text("RSA_2048"));
    answer.put("keyUsage", new Value.Text("SIGN_VERIFY"));
    answer.put("encryptionAlgorithms", new Value.Items(List.of()));
    answer.put("signingAlgorithms", new Value.Items(List.of(new Value.Text("RSASSA_PSS_SHA_256"))));
    answer.put("publicKey", new Value.Text(base64));
    answer.put(
        "publicKeyPem",
        new Value.Text(
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n"));
    return Value.Fields.of(answer);
  }
}
