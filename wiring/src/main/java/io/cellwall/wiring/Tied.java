package io.cellwall.wiring;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;

/**
 * Outputs tied to the resource they come from.
 *
 * <p>In a preview the engine strips unknown outputs, and the SDK then completes them without the
 * resource they came from. An argument that uses such an output loses its dependency, the saved
 * plan records none, and {@code pulumi up --plan} refuses with "violates plan: dependencies
 * changed". A resource's id keeps its dependency, so every output that goes into an argument is
 * paired with it.
 *
 * <p>Use it for each computed output except {@code id()}: {@code Tied.to(key, key.arn())}; and for
 * the answer of a function that was asked about a resource.
 */
public final class Tied {

  private Tied() {}

  /**
   * An output that carries its resource as a dependency in previews too.
   *
   * @param resource the resource that the output is of
   * @param output one of its computed outputs, or what derives from one
   */
  public static <T> Output<T> to(CustomResource resource, Output<T> output) {
    return Output.tuple(resource.id(), output).applyValue(both -> both.t2);
  }
}
