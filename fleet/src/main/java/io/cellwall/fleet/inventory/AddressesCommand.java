package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Table;
import io.cellwall.regions.addresses.AddressPlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.written.Scalar;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who has which addresses, and what is free. */
@Command(
    name = "addresses",
    description = "Show who has which addresses, and what is free.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AddressesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    AddressPlan plan = AddressPlan.of(read.get());
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> print(out, read.get(), plan);
      case JSON -> JsonOutput.print(out, json(read.get(), plan));
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private static void print(PrintWriter out, Inventory fleet, AddressPlan plan) {
    Table taken = new Table().text("CIDR").number("ADDRESSES").text("OWNER");
    plan.allocations()
        .forEach(
            each ->
                taken.row(
                    each.cidr(),
                    count(each.cidr().addresses()),
                    each.owner() + (each.retired() ? " (retired, never used again)" : "")));
    taken.print(out);
    out.println();
    Table free = new Table().text("SIZE").text("BLOCK").number("MORE CELLS").text("NEXT");
    fleet
        .fleet()
        .sizes()
        .forEach(
            (size, what) ->
                free.row(
                    Scalar.label(size),
                    "/" + what.prefixLength(),
                    count(plan.freeBlocks(what.prefixLength())),
                    next(plan, what)));
    free.print(out);
    out.printf(
        "%nPool %s: %s of %s addresses are free.%n",
        plan.pool(), count(plan.freeAddresses()), count(plan.pool().addresses()));
  }

  private ObjectNode json(Inventory fleet, AddressPlan plan) {
    ObjectNode object = JsonOutput.object().put("pool", plan.pool().toString());
    ArrayNode allocations = object.putArray("allocations");
    plan.allocations()
        .forEach(
            each ->
                allocations
                    .addObject()
                    .put("cidr", each.cidr().toString())
                    .put("owner", each.owner().value())
                    .put("retired", each.retired()));
    ArrayNode free = object.putArray("free");
    plan.free().forEach(block -> free.add(block.toString()));
    ObjectNode next = object.putObject("next");
    fleet.fleet().sizes().forEach((size, what) -> next.put(Scalar.label(size), next(plan, what)));
    object.set("findings", JsonOutput.findings(inventory.warnings()));
    return object;
  }

  private static String next(AddressPlan plan, SizeClass size) {
    return plan.next(size.prefixLength()).map(Object::toString).orElse("none");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
