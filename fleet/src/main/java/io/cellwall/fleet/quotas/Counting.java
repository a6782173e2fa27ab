package io.cellwall.fleet.quotas;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.QuotaCode;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** How resources of a type count against a quota. */
@FunctionalInterface
interface Counting {

  /** Adds what the resource needs. */
  void count(Declared resource, Home home, Tally tally);

  /** One for the account or region. */
  static Counting one(String code) {
    return many(code, resource -> 1);
  }

  /** Some for the account or region. */
  static Counting many(String code, ToLongFunction<Declared> number) {
    QuotaCode quota = new QuotaCode(code);
    return (resource, home, tally) -> tally.add(home, quota, "", number.applyAsLong(resource));
  }

  /** One for the resource that an input names, such as a subnet for its VPC. */
  static Counting onePer(String code, String noun, String input) {
    QuotaCode quota = new QuotaCode(code);
    return (resource, home, tally) -> tally.add(home, quota, subject(resource, noun, input), 1);
  }

  /** Some for the resource itself. */
  static Counting own(String code, String noun, ToLongFunction<Declared> number) {
    QuotaCode quota = new QuotaCode(code);
    return (resource, home, tally) -> {
      long count = number.applyAsLong(resource);
      if (count > 0) {
        tally.add(home, quota, noun + " " + resource.node().name(), count);
      }
    };
  }

  /** The same, but only for resources of which something holds. */
  default Counting when(Predicate<Declared> condition) {
    return (resource, home, tally) -> {
      if (condition.test(resource)) {
        count(resource, home, tally);
      }
    };
  }

  /** What an input names, in words: the logical name where the stack declares it. */
  static String subject(Declared resource, String noun, String input) {
    return noun
        + " "
        + resource
            .referred(input)
            .map(found -> found.node().name())
            .or(() -> resource.text(input))
            .orElse("that is not known yet");
  }

  /** The number of items in lists of an input's object, such as the rules of one direction. */
  static long size(Value.Fields fields, String... keys) {
    long size = 0;
    for (String key : keys) {
      size += Declared.items(fields, key).size();
    }
    return size;
  }
}
