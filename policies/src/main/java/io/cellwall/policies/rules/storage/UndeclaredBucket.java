package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Encoded;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A property names a bucket that the stack does not declare. */
public final class UndeclaredBucket implements Rule {

  private static final Pattern URL = Pattern.compile("s3[an]?://([a-z0-9.-]++)");
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]++");

  /** Where the bucket is the first part of the path. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![a-z0-9.-])s3[.-](?:[a-z0-9-]+\\.){0,3}amazonaws\\.com(?:\\.cn)?(?::443)?"
              + "/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?![a-z0-9])");

  /** A service that writes logs, at what would be the host of a bucket. */
  private static final String LOGGING = "logging.s3.amazonaws.com";

  /** What is written into a bucket, whoever has it. */
  private static final Set<String> OBJECTS =
      Set.of(
          "aws:s3/bucketObject:BucketObject",
          "aws:s3/bucketObjectv2:BucketObjectv2",
          "aws:s3/objectCopy:ObjectCopy");

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
    // By the census, which knows where the plain name of a bucket stands.
    context.references(node).found().stream()
        .filter(reference -> reference.kind() == Reference.Kind.BUCKET)
        .filter(reference -> reference.owner() instanceof Owner.Unknown)
        .filter(reference -> !isSubject(node, reference.property()))
        .forEach(
            reference ->
                findings.add(finding(node, reference.property(), reference.shown(), context)));
    for (NodeTexts.Held held : context.texts(node).all()) {
      for (String name : inAddresses(Encoded.plain(held.text()).orElse(held.text()))) {
        if (!isOurs(name, context)) {
          String shown = held.secret() ? "(secret)" : name;
          findings.add(finding(node, held.path(), shown, context));
        }
      }
    }
    return findings;
  }

  // Which bucket a resource of S3 is, or configures as the stack's own account.
  private static boolean isSubject(Node node, String property) {
    return property.equals("bucket")
        && node.type().startsWith("aws:s3")
        && !OBJECTS.contains(node.type());
  }

  // s3://NAME/…, NAME.s3.REGION.amazonaws.com and s3.REGION.amazonaws.com/NAME/….
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
    if (text.contains("amazonaws.com") && text.contains("s3")) {
      PATH.matcher(text).results().forEach(path -> names.add(path.group(1)));
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
