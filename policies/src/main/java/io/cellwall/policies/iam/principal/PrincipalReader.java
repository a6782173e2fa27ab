package io.cellwall.policies.iam.principal;

import io.cellwall.policies.iam.glob.PolicyText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one value of a Principal or NotPrincipal element. */
public final class PrincipalReader {

  private static final String PARTITION = "arn:aws[a-z0-9-]*:";
  private static final Pattern ROOT = Pattern.compile(PARTITION + "iam::([0-9]{12}):root");
  private static final Pattern ROLE = Pattern.compile(PARTITION + "iam::[0-9]{12}:role/[^*?]+");
  private static final Pattern USER = Pattern.compile(PARTITION + "iam::[0-9]{12}:user/[^*?]+");
  private static final Pattern SESSION =
      Pattern.compile(PARTITION + "sts::[0-9]{12}:assumed-role/[^*?/]+/[^*?/]+");
  private static final Pattern FEDERATED_SESSION =
      Pattern.compile(PARTITION + "sts::[0-9]{12}:federated-user/[^*?/]+");
  private static final Pattern UNIQUE_ID = Pattern.compile("A(ROA|IDA|GPA)[A-Z0-9]{13,125}");
  private static final Pattern SERVICE =
      Pattern.compile(
          "[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|amazon\\.com|aws\\.internal)");
  private static final Pattern PROVIDER =
      Pattern.compile(
          PARTITION + "iam::[0-9]{12}:(oidc-provider|saml-provider)/[^*?]+|[a-z0-9.-]+\\.[a-z]+");
  private static final Pattern CANONICAL = Pattern.compile("[0-9a-f]{64}|AmazonS3");

  private PrincipalReader() {}

  /**
   * Reads a value.
   *
   * @param kind {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
   * @return empty if AWS would not take it
   */
  public static Optional<PrincipalPattern> read(String kind, PolicyText text) {
    if (text.isUnknown()) {
      return Optional.of(new PrincipalPattern.Unknown());
    }
    String value = text.raw();
    return switch (kind) {
      case "AWS" -> Optional.ofNullable(aws(value)).or(() -> arn(value));
      case "Service" -> accept(value, SERVICE, new PrincipalPattern.Service(value));
      case "Federated" -> accept(value, PROVIDER, new PrincipalPattern.Federated(value));
      case "CanonicalUser" -> accept(value, CANONICAL, new PrincipalPattern.CanonicalUser(value));
      default -> Optional.empty();
    };
  }

  private static Optional<PrincipalPattern> accept(
      String value, Pattern pattern, PrincipalPattern read) {
    return value.equals("*") || pattern.matcher(value).matches()
        ? Optional.of(read)
        : Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable PrincipalPattern aws(String value) {
    if (value.equals("*")) {
      return new PrincipalPattern.Everyone(false);
    }
    if (ArnAccount.isAccount(value)) {
      return new PrincipalPattern.Account(value);
    }
    return UNIQUE_ID.matcher(value).matches() ? new PrincipalPattern.UniqueId(value) : null;
  }

  private static Optional<PrincipalPattern> arn(String value) {
    if (ROOT.matcher(value).matches()) {
      return ArnAccount.of(value).map(PrincipalPattern.Account::new);
    }
    if (ROLE.matcher(value).matches()) {
      return Optional.of(new PrincipalPattern.Role(value));
    }
    if (USER.matcher(value).matches()) {
      return Optional.of(new PrincipalPattern.User(value));
    }
    if (SESSION.matcher(value).matches()) {
      return Optional.of(new PrincipalPattern.RoleSession(value));
    }
    if (FEDERATED_SESSION.matcher(value).matches()) {
      return Optional.of(new PrincipalPattern.FederatedSession(value));
    }
    if (value.matches(
        "arn:aws[a-z0-9-]*:iam::cloudfront:user/CloudFront Origin Access Identity [A-Z0-9]+")) {
      return Optional.of(new PrincipalPattern.CanonicalUser(value));
    }
    return Optional.empty();
  }
}
