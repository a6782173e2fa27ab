package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one document can allow at most, worked out once per document however many questions it has a
 * part in.
 */
final class DocumentIndex {

  /**
   * What a document can allow at most.
   *
   * @param actions of the catalogue
   * @param unlisted patterns that match none of the catalogue
   */
  record Reach(BitSet actions, List<Glob> unlisted) {}

  private final ActionCatalogue catalogue;
  private final Map<PolicyDocument, Reach> known =
      Collections.synchronizedMap(new IdentityHashMap<>());

  DocumentIndex(ActionCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  ActionCatalogue catalogue() {
    return catalogue;
  }

  // Worked out beside the lock: two threads may do the same work, and neither waits for it.
  Reach reach(PolicyDocument document) {
    Reach reach = known.get(document);
    if (reach == null) {
      reach = work(document);
      known.put(document, reach);
    }
    return reach;
  }

  private Reach work(PolicyDocument document) {
    BitSet actions = new BitSet();
    List<Glob> unlisted = new ArrayList<>();
    document.statements().stream()
        .filter(statement -> statement.effect() == Effect.ALLOW)
        .forEach(
            statement -> {
              actions.or(
                  catalogue.matching(
                      statement.actions().region(Polarity.OVER, PolicyText.Variables.NONE)));
              if (!statement.actions().negated()) {
                statement.actions().texts().stream()
                    .map(text -> text.widest(PolicyText.Variables.NONE, true))
                    .filter(glob -> catalogue.matching(GlobRegion.of(List.of(glob))).isEmpty())
                    .forEach(unlisted::add);
              }
            });
    return new Reach(actions, unlisted.stream().distinct().toList());
  }

  /**
   * Tells, without fail, whether the documents allow none of these actions, whatever the request.
   */
  boolean allowsNothing(List<PolicyDocument> documents, BitSet wanted) {
    return documents.stream()
        .allMatch(
            document ->
                document.problems().isEmpty()
                    && reach(document).unlisted().isEmpty()
                    && !reach(document).actions().intersects(wanted));
  }
}
