package io.cellwall.edge.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWebKeySetTest {

  @Test
  void should_write_modulus_and_exponent_so_that_they_read_back() throws NoSuchAlgorithmException {
    // GIVEN a key as KMS gives it
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    String der = Base64.getEncoder().encodeToString(key.getEncoded());

    // WHEN
    JsonNode entry =
        new JsonMapper()
            .readTree(JsonWebKeySet.of(List.of("one"), List.of(der)))
            .get("keys")
            .get(0);

    // THEN
    assertThat(entry.get("kid").asString()).isEqualTo("one");
    assertThat(entry.get("alg").asString()).isEqualTo("RS256");
    assertThat(number(entry.get("n"))).isEqualTo(key.getModulus());
    assertThat(number(entry.get("e"))).isEqualTo(key.getPublicExponent());
    assertThat(Base64.getUrlDecoder().decode(entry.get("n").asString())).hasSize(256);
  }

  @Test
  void should_refuse_what_is_no_key() {
    assertThatThrownBy(() -> JsonWebKeySet.of(List.of("one"), List.of("AAAA")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what KMS gave for one is no RSA public key");
  }

  private static BigInteger number(JsonNode text) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text.asString()));
  }
}
