package io.cellwall.policies.ownership;

import io.cellwall.policies.census.PropertyKind;
import java.util.List;
import java.util.Optional;

/**
 * What the keys of documents inside texts carry, where it is a host or a bucket: definitions of
 * state machines, containers, APIs and data protection. The census knows the property alone.
 */
final class InDocuments {

  private static final List<String> HOSTS =
      List.of(
          ".ApiEndpoint",
          ".splunk-url",
          ".gelf-address",
          ".fluentd-address",
          ".logConfiguration.options.Host",
          ".logConfiguration.options.host",
          ".x-amazon-apigateway-integration.uri");

  private static final List<String> BUCKETS = List.of(".FindingsDestination.S3.Bucket");

  private InDocuments() {}

  /** The kind of the value at this path inside a document; empty where the key says nothing. */
  static Optional<PropertyKind> kindOf(String path) {
    if (HOSTS.stream().anyMatch(path::endsWith)) {
      return Optional.of(PropertyKind.HOST);
    }
    return BUCKETS.stream().anyMatch(path::endsWith)
        ? Optional.of(PropertyKind.BUCKET)
        : Optional.empty();
  }
}
