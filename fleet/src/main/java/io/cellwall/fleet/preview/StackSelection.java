package io.cellwall.fleet.preview;

import io.cellwall.fleet.UsageException;
import io.cellwall.regions.reading.Spelling;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Which stacks the user named, by name or glob. */
public final class StackSelection {

  private StackSelection() {}

  /**
   * The stacks that some pattern names, in the order of the fleet.
   *
   * @param name a stack's name
   * @param patterns names or globs ({@code eu-*}, {@code *-cell-0[1-3]}); none means all
   * @throws UsageException if a pattern is malformed or names no stack; the message lists the
   *     stacks
   */
  public static <T> List<T> choose(List<T> all, Function<T, String> name, List<String> patterns) {
    if (patterns.isEmpty()) {
      return all;
    }
    Set<T> chosen = new LinkedHashSet<>();
    List<String> unmatched = new ArrayList<>();
    for (String pattern : patterns) {
      PathMatcher glob = glob(pattern);
      List<T> named =
          all.stream().filter(stack -> glob.matches(Path.of(name.apply(stack)))).toList();
      chosen.addAll(named);
      if (named.isEmpty()) {
        unmatched.add(pattern);
      }
    }
    if (!unmatched.isEmpty()) {
      throw new UsageException(
          "no stack is named %s; the stacks of this inventory are:%n  %s%s"
              .formatted(
                  unmatched.stream()
                      .map(pattern -> "\"" + pattern + "\"")
                      .collect(Collectors.joining(", ")),
                  all.stream().map(name).collect(Collectors.joining("%n  ".formatted())),
                  meant(unmatched, all.stream().map(name).toList())
                      .map("%n".formatted()::concat)
                      .orElse("")));
    }
    return all.stream().filter(chosen::contains).toList();
  }

  /**
   * Asks whether stacks that are near to what was written were meant; empty where none is near.
   *
   * @param written what names no stack
   * @param known the names there are
   */
  public static Optional<String> meant(List<String> written, List<String> known) {
    List<String> near =
        written.stream().flatMap(each -> Spelling.nearest(each, known).stream()).toList();
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("Did you mean " + String.join(", ", near) + "?");
  }

  /** The stacks that some pattern names, which may be none. */
  static <T> List<T> matching(List<T> all, Function<T, String> name, List<String> patterns) {
    List<PathMatcher> globs = patterns.stream().map(StackSelection::glob).toList();
    return all.stream()
        .filter(each -> globs.stream().anyMatch(glob -> glob.matches(Path.of(name.apply(each)))))
        .toList();
  }

  private static PathMatcher glob(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "\"" + pattern + "\" is not a stack name or glob: " + e.getDescription());
    }
  }
}
