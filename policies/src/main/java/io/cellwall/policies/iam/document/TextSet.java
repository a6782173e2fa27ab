package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of Action, NotAction, Resource or NotResource. */
public final class TextSet {

  /** Everything. */
  public static final TextSet ALL = new TextSet(List.of(PolicyText.plain("*")), false);

  private final List<PolicyText> texts;
  private final boolean negated;

  /** What it stands for whoever asks; most sets have no variable and no unknown part. */
  private final Optional<GlobRegion> fixed;

  /**
   * A set.
   *
   * @param texts the values
   * @param negated whether it is the Not form
   */
  public TextSet(List<PolicyText> texts, boolean negated) {
    this.texts = List.copyOf(texts);
    this.negated = negated;
    this.fixed =
        texts.stream().allMatch(PolicyText::isFixed)
            ? Optional.of(work(Polarity.OVER, PolicyText.Variables.NONE))
            : Optional.empty();
  }

  /** The values. */
  public List<PolicyText> texts() {
    return texts;
  }

  /** Tells whether it is the Not form. */
  public boolean negated() {
    return negated;
  }

  /** What it stands for, approached from one side. */
  public GlobRegion region(Polarity polarity, PolicyText.Variables known) {
    return fixed.orElseGet(() -> work(polarity, known));
  }

  private GlobRegion work(Polarity polarity, PolicyText.Variables known) {
    return negated
        ? GlobRegion.except(globs(polarity.opposite(), known))
        : GlobRegion.of(globs(polarity, known));
  }

  private List<Glob> globs(Polarity polarity, PolicyText.Variables known) {
    return polarity == Polarity.OVER
        ? texts.stream().map(text -> text.widest(known, true)).toList()
        : texts.stream()
            .map(text -> text.narrowest(known, true))
            .flatMap(Optional::stream)
            .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextSet set && texts.equals(set.texts) && negated == set.negated;
  }

  @Override
  public int hashCode() {
    return Objects.hash(texts, negated);
  }

  @Override
  public String toString() {
    return (negated ? "not " : "") + texts;
  }
}
