package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.document.PolicyDocument;
import java.util.List;
import java.util.stream.Stream;

/** The policy documents that have a say in a request. */
final class Documents {

  private Documents() {}

  static List<PolicyDocument> of(Principal principal, Resource resource) {
    return Stream.concat(of(principal), of(resource)).toList();
  }

  static Stream<PolicyDocument> of(Principal principal) {
    return Stream.of(
            principal.identity().stream(),
            principal.boundary().stream(),
            principal.session().stream().flatMap(List::stream),
            principal.controls().stream().flatMap(List::stream))
        .flatMap(documents -> documents);
  }

  static Stream<PolicyDocument> of(Resource resource) {
    return Stream.of(resource.policies(), resource.grants(), resource.controls())
        .flatMap(List::stream);
  }
}
