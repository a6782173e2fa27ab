package io.cellwall.fleet.change;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what is a stack's own out of a text, so that what is the same in two stacks is the same
 * text: its name, account, region, availability zones and addresses.
 */
public final class CanonicalText implements UnaryOperator<String> {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![0-9.])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(/\\d{1,2})?(?![0-9.])");

  private final Map<String, String> words = new LinkedHashMap<>();
  private final long first;
  private final long last;

  private CanonicalText(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /** For texts of this stack. */
  static CanonicalText of(String stack, String zone, String region, Inventory inventory) {
    Optional<Cell> cell = cell(stack, inventory);
    long[] range = cell.map(each -> range(each.cidr().toString())).orElse(new long[] {1, 0});
    CanonicalText text = new CanonicalText(range[0], range[1]);
    text.words.put(stack, "<stack>");
    cell.ifPresent(
        each -> {
          text.words.put(each.account().value(), "<account>");
          for (int i = 0; i < each.availabilityZones().size(); i++) {
            text.words.put(
                each.availabilityZones().get(i).toString(), "<availability zone " + (i + 1) + ">");
          }
        });
    text.words.put(region, "<region>");
    text.words.put("." + zone + ".cells.", ".<zone>.cells.");
    text.words.put("edge-" + zone, "edge-<zone>");
    return text;
  }

  private static Optional<Cell> cell(String stack, Inventory inventory) {
    return inventory.cells().values().stream()
        .filter(each -> each.name().toString().equals(stack))
        .findFirst();
  }

  @Override
  public String apply(String text) {
    String plain =
        ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(address(found)));
    for (Map.Entry<String, String> word : words.entrySet()) {
      plain = plain.replace(word.getKey(), word.getValue());
    }
    return plain;
  }

  private String address(MatchResult found) {
    long address = number(found);
    String length = Optional.ofNullable(found.group(5)).orElse("");
    return address < first || address > last
        ? found.group()
        : "<address " + (address - first) + ">" + length;
  }

  private static long[] range(String cidr) {
    Matcher matcher = ADDRESS.matcher(cidr);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no CIDR: " + cidr);
    }
    long from = number(matcher.toMatchResult());
    int length = Integer.parseInt(matcher.group(5).substring(1));
    return new long[] {from, from + (1L << (32 - length)) - 1};
  }

  private static long number(MatchResult found) {
    long number = 0;
    for (int i = 1; i <= 4; i++) {
      number = number << 8 | Long.parseLong(found.group(i));
    }
    return number;
  }
}
