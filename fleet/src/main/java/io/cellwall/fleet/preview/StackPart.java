package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;

/** One thing that a preview tells of. */
record StackPart(StackProgram program, Part part) {

  /** The name that it is shown by. */
  String name() {
    return part.nameOf(program.name());
  }
}
