package io.cellwall.rehearsal.sdk;

import java.util.List;
import java.util.Optional;

/**
 * A resource type as the SDK's classes describe it.
 *
 * @param token its type token
 * @param inputs what a program may pass; required: what it must pass
 * @param outputs what a program gets back; required: what AWS always gives
 */
public record SdkType(String token, List<Property> inputs, List<Property> outputs) {

  public SdkType {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** A property of a resource or of an object inside one. */
  public record Property(String name, Shape shape, boolean required) {}

  /** The input of that name. */
  public Optional<Property> input(String name) {
    return inputs.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The output of that name. */
  public Optional<Property> output(String name) {
    return outputs.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
