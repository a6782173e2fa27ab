package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A property names a bucket that the stack does not declare. */
public final class UndeclaredBucket implements Rule {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern URL = Pattern.compile("s3[an]?://([a-z0-9.-]++)");
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]++");

  /** A service that writes logs, at what would be the host of a bucket. */
  private static final String LOGGING = "logging.s3.amazonaws.com";

  /** Properties of other names that hold one, too. */
  private static final Map<String, String> LOCATIONS =
      Map.of(
          "aws:codepipeline/pipeline:Pipeline", "artifactStores.location",
          "aws:codebuild/project:Project", "artifacts.location",
          "aws:codebuild/reportGroup:ReportGroup", "exportConfig.s3Destination.bucket");

  @Override
  public String explanation() {
    return "Bucket names are global: the same word means the same bucket in every account,"
        + " and nothing in it says whose it is. What is written there has left the cell.";
  }

  @Override
  public String fix() {
    return "name a bucket that this stack declares";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_access_control.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    node.inputs()
        .walk(
            "",
            false,
            (path, text, secret) -> {
              // Which bucket a resource of S3 is, or configures as the stack's own account.
              boolean own = path.equals("bucket") && node.type().startsWith("aws:s3");
              if (!own && isName(path, text) && !isOurs(text, context)) {
                findings.add(finding(node, path, secret ? "(secret)" : text, context));
              }
              for (String name : inAddresses(text)) {
                if (!isOurs(name, context)) {
                  findings.add(finding(node, path, secret ? "(secret)" : name, context));
                }
              }
            });
    for (Property location :
        Property.at(node, LOCATIONS.getOrDefault(node.type(), "location of a bucket"))) {
      location
          .scalar()
          .filter(text -> NAME.matcher(text).matches() && !isOurs(text, context))
          .ifPresent(
              text -> findings.add(finding(node, location.path(), location.shown(), context)));
    }
    return findings;
  }

  private static boolean isName(String path, String text) {
    String key = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return (key.endsWith("bucket") || key.endsWith("bucketname")) && NAME.matcher(text).matches();
  }

  // s3://NAME/…, and NAME.s3.REGION.amazonaws.com.
  private static List<String> inAddresses(String text) {
    List<String> names = new ArrayList<>();
    if (text.contains("s3")) {
      URL.matcher(text).results().forEach(url -> names.add(url.group(1)));
    }
    if (text.contains(".s3") && text.contains("amazonaws.com")) {
      HOST.matcher(text)
          .results()
          .map(MatchResult::group)
          .filter(host -> host.contains("amazonaws.com") && !host.equals(LOGGING))
          .forEach(
              host -> {
                int end = Math.max(host.indexOf(".s3."), host.indexOf(".s3-"));
                if (end > 0) {
                  names.add(host.substring(0, end));
                }
              });
    }
    return names;
  }

  // Its own by the graph; or by its name, which holds the stack's or the account's. Where the name
  // says that it is another's, another rule has the word.
  private static boolean isOurs(String name, RuleContext context) {
    return name.contains(context.home().stack().value())
        || name.contains(context.home().account().value())
        || context.graph().named(name).stream()
            .anyMatch(
                each -> each.kind() == Node.Kind.RESOURCE && each.options().importId().isEmpty())
        || !context.referencesIn("bucket", name).isEmpty();
  }

  private Finding finding(Node node, String path, String name, RuleContext context) {
    return Crossing.of(this, node)
        .violation(
            path,
            path
                + " names the bucket "
                + name
                + ", which this stack does not declare; it must be a bucket of "
                + context.home().stack());
  }
}
