package io.cellwall.fleet.preview;

import io.cellwall.policies.cloudformation.Template;
import io.cellwall.regions.model.StackName;

/** The two things that make up a stack: what Pulumi declares, and what must exist before it. */
enum Part {
  DECLARED_BY_PULUMI(""),
  CONTROL_PLANE(Template.CONTROL_PLANE);

  private final String prefix;

  Part(String prefix) {
    this.prefix = prefix;
  }

  /** The name that the part of this stack is shown by. */
  String nameOf(StackName stack) {
    return prefix + stack;
  }
}
