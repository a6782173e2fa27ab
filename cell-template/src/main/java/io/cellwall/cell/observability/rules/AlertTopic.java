package io.cellwall.cell.observability.rules;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Region;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SNS topic that alerts go to. A standard one: the alert manager cannot publish to a FIFO topic
 * (https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-receiver-config.html).
 *
 * @param region the topic's region
 * @param account the topic's account
 * @param name 1 to 256 letters, digits, hyphens and underscores
 */
public record AlertTopic(Region region, AccountId account, String name) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern ARN = Pattern.compile("arn:([^:]*):sns:([^:]*):([^:]*):([^:]*)");

  public AlertTopic {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is not the name of a standard SNS topic: 1 to 256 letters, digits, - and _"
              + " (a FIFO topic cannot get alerts)");
    }
  }

  /**
   * Reads a topic's ARN.
   *
   * @throws IllegalArgumentException if it is not the ARN of a standard topic in the region's
   *     partition
   */
  public static AlertTopic parse(String arn) {
    Matcher matcher = ARN.matcher(arn);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + arn + "\" is not the ARN of an SNS topic: arn:aws:sns:<region>:<account>:<name>");
    }
    AlertTopic topic =
        new AlertTopic(
            Region.parse(matcher.group(2)), AccountId.parse(matcher.group(3)), matcher.group(4));
    if (!topic.region.partition().equals(matcher.group(1))) {
      throw new IllegalArgumentException(
          "\""
              + arn
              + "\" has partition "
              + matcher.group(1)
              + ": that of "
              + topic.region
              + " is "
              + topic.region.partition());
    }
    return topic;
  }

  /** The topic's ARN, in the partition of its region. */
  public String arn() {
    return "arn:" + region.partition() + ":sns:" + region + ":" + account + ":" + name;
  }

  /** Tells whether the topic is in the cell's account and region. */
  public boolean isOf(Cell cell) {
    return region.equals(cell.region()) && account.equals(cell.account());
  }
}
