package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.List;
import java.util.Optional;

/**
 * The values of Action, NotAction, Resource or NotResource.
 *
 * @param texts the values
 * @param negated whether it is the Not form
 */
public record TextSet(List<PolicyText> texts, boolean negated) {

  /** Everything. */
  public static final TextSet ALL = new TextSet(List.of(PolicyText.plain("*")), false);

  public TextSet {
    texts = List.copyOf(texts);
  }

  /** What it stands for, approached from one side. */
  public GlobRegion region(Polarity polarity, PolicyText.Variables known) {
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
}
