package io.cellwall.policies.iam.glob;

import java.util.Optional;

/** An ARN pattern, or a format of ARNs, with its parts: split once, compared with many. */
public final class SplitArn {

  private final Glob whole;
  private final Optional<Glob[]> parts;
  private final boolean fixedHead;

  private SplitArn(Glob whole) {
    this.whole = whole;
    this.parts = ArnParts.split(whole);
    this.fixedHead = parts.filter(ArnParts::hasFixedHead).isPresent();
  }

  /** Splits. */
  public static SplitArn of(Glob arn) {
    return new SplitArn(arn);
  }

  /** The pattern. */
  public Glob whole() {
    return whole;
  }

  /**
   * Tells, without fail when it says no, whether some ARN of this format is one of the pattern. A
   * format is what AWS publishes: its wildcards stand inside one part each, but for the last part.
   */
  public boolean mayBe(SplitArn pattern) {
    if (parts.isEmpty() || !pattern.fixedHead) {
      return whole.overlaps(pattern.whole);
    }
    Glob[] ours = parts.get();
    Glob[] theirs = pattern.parts.orElseThrow();
    for (int i = 0; i < ours.length; i++) {
      if (!ours[i].overlaps(theirs[i])) {
        return false;
      }
    }
    return true;
  }
}
