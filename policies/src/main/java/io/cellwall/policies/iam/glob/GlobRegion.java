package io.cellwall.policies.iam.glob;

import java.util.List;

/**
 * The texts that some pattern of the first list matches and none of the second.
 *
 * @param in patterns of which one must match; none: no text at all
 * @param out patterns of which none may match
 */
public record GlobRegion(List<Glob> in, List<Glob> out) {

  /** All texts. */
  public static final GlobRegion ALL = new GlobRegion(List.of(Glob.ANYTHING), List.of());

  public GlobRegion {
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  /** The texts that one of the patterns matches. */
  public static GlobRegion of(List<Glob> in) {
    return new GlobRegion(in, List.of());
  }

  /** The texts that none of the patterns matches. */
  public static GlobRegion except(List<Glob> out) {
    return new GlobRegion(List.of(Glob.ANYTHING), out);
  }

  /** Tells whether it holds the text. */
  public boolean contains(String text) {
    return in.stream().anyMatch(glob -> glob.matches(text))
        && out.stream().noneMatch(glob -> glob.matches(text));
  }

  /** Tells, without fail when it says no, whether it shares a text with the pattern. */
  public boolean mayMeet(Glob glob) {
    return in.stream().anyMatch(each -> each.overlaps(glob))
        && out.stream().noneMatch(each -> each.covers(glob));
  }

  /** Tells, without fail when it says yes, whether it holds every text of the pattern. */
  public boolean surelyCovers(Glob glob) {
    return in.stream().anyMatch(each -> each.covers(glob))
        && out.stream().noneMatch(each -> each.overlaps(glob));
  }
}
