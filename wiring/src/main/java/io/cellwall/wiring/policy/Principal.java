package io.cellwall.wiring.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.cellwall.wiring.Arn;
import java.util.List;
import java.util.Map;

/**
 * Whom a statement of a resource's policy is about.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface Principal {

  /** The element's value in a policy. */
  @JsonValue
  Object json();

  /** An account, a role or a user. */
  static Principal aws(Arn arn) {
    return new Aws(arn);
  }

  /** A service of AWS, such as {@code vpc-flow-logs.amazonaws.com}. */
  static Principal service(String name) {
    return new Service(name);
  }

  /** Everybody. Only where AWS knows no other principal, as in policies of gateway endpoints. */
  static Principal anyone() {
    return new Anyone();
  }

  /**
   * An account, a role or a user.
   *
   * @param arn its ARN
   */
  record Aws(Arn arn) implements Principal {
    @Override
    public Object json() {
      return Map.of("AWS", List.of(arn.toString()));
    }
  }

  /**
   * A service of AWS.
   *
   * @param name its service principal
   */
  record Service(String name) implements Principal {
    @Override
    public Object json() {
      return Map.of("Service", List.of(name));
    }
  }

  /** Everybody. */
  record Anyone() implements Principal {
    @Override
    public Object json() {
      return "*";
    }
  }
}
