package io.cellwall.policies.network;

import java.util.function.Consumer;

/**
 * A way to cross the wall, and its benign twin.
 *
 * @param name what it is
 * @param mistake makes it in cell-a, towards cell-b or nobody
 * @param subject name of the resource that is to be found
 * @param property where in it
 * @param twin the same, pointing at home
 */
record Mistake(
    String name, Consumer<Cells> mistake, String subject, String property, Consumer<Cells> twin) {

  @Override
  public String toString() {
    return name;
  }
}
