package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.ArrayList;
import java.util.List;

/** The texts of a property. */
final class Texts {

  /** Stands for a value that is not known yet. */
  static final String UNKNOWN = String.valueOf(PolicyText.UNKNOWN);

  private Texts() {}

  /** Every text of an input at any depth, {@link #UNKNOWN} where one is not known yet. */
  static List<String> of(Node node, String property) {
    List<String> texts = new ArrayList<>();
    Value value = node.inputs().values().get(property);
    if (value != null) {
      value.walk(
          property,
          false,
          new Value.Visitor() {
            @Override
            public void text(String path, String text, boolean secret) {
              texts.add(text);
            }

            @Override
            public void unknown(String path) {
              texts.add(UNKNOWN);
            }
          });
    }
    return texts;
  }
}
