package io.cellwall.policies.network.exposure;

import java.util.List;
import java.util.Set;

/**
 * Something that can be reached from the internet. It is no path between cells: here the duty is to
 * authenticate, and to declare what may come in.
 *
 * @param kind what it is
 * @param stack the stack that declares it
 * @param urn the resource
 * @param property the property that makes it public
 * @param ingress what may come in: rules as text, such as {@code tcp 443 from 0.0.0.0/0}
 * @param obligations what is owed for it
 */
public record PublicEndpoint(
    Kind kind,
    String stack,
    String urn,
    String property,
    List<String> ingress,
    Set<Obligation> obligations) {

  public PublicEndpoint {
    ingress = List.copyOf(ingress);
    obligations = Set.copyOf(obligations);
  }

  /** What a public endpoint is. */
  public enum Kind {
    LOAD_BALANCER,
    PUBLIC_ADDRESS,
    CLUSTER_ENDPOINT,
    PUBLICLY_ACCESSIBLE,
    FUNCTION_URL,
    API,
    ACCELERATOR
  }

  /** What is owed for a public endpoint. */
  public enum Obligation {
    /** Whoever comes must be authenticated. */
    AUTHENTICATE,
    /** What may come in must be declared, port by port. */
    DECLARE_INGRESS,
    /** It is open to everybody and should not be. */
    NARROW_INGRESS,
    /** A value on which its openness depends is not known yet. */
    DECIDE
  }
}
