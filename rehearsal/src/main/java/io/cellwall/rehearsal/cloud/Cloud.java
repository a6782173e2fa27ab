package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A simulated AWS that keeps what exists in a folder: a ledger for each account. Safe for many
 * threads and processes.
 */
public final class Cloud {

  private static final String LEDGER = ".jsonl";

  private final Path folder;
  private final List<CloudRule> rules;
  private final FaultyCalls calls;
  private final GrantedQuotas granted;
  private final Map<AccountId, Ledger> ledgers = new ConcurrentHashMap<>();

  /**
   * The cloud of a folder.
   *
   * @param rules what it refuses, in this order
   */
  public Cloud(Path folder, List<CloudRule> rules) {
    this.folder = folder;
    this.rules = List.copyOf(rules);
    this.calls = new FaultyCalls(new Faults(folder));
    this.granted = GrantedQuotas.read(folder);
  }

  /**
   * Creates something.
   *
   * @throws Refusal if AWS would not
   * @throws LostAnswer if it exists and the answer gets lost
   * @throws Unfinished if it exists and never becomes ready
   */
  public CloudObject create(Order order) throws Unfinished {
    Ledger ledger = ledger(order.place().account());
    FaultyCalls.Done done =
        calls.whole(
            "create",
            order,
            fault ->
                ledger.exclusively(
                    () -> {
                      CloudObject wanted = Making.make(order, ledger.seed(order));
                      judge(ledger, "create", order, (rule, has) -> rule.create(wanted, has));
                      refuse(fault, ledger, "create", order);
                      ledger.wrote("create", wanted);
                      return wanted;
                    }));
    if (done.fault().filter(each -> each.kind() == Fault.Kind.FAIL_AFTER).isPresent()) {
      throw new Unfinished(done.object());
    }
    return done.object();
  }

  /**
   * Changes something.
   *
   * @throws Refusal if AWS would not, or if there is no such thing
   */
  public CloudObject update(String id, Order order) {
    Ledger ledger = ledger(order.place().account());
    return calls
        .whole(
            "update",
            order,
            fault ->
                ledger.exclusively(
                    () -> {
                      CloudObject old =
                          find(ledger, order.type(), order.place(), id)
                              .orElseThrow(
                                  () ->
                                      new Refusal(
                                          "NotFound", order.type() + " " + id + " is not there"));
                      CloudObject wanted = Making.change(old, order);
                      judge(ledger, "update", order, (rule, has) -> rule.update(wanted, has));
                      refuse(fault, ledger, "update", order);
                      ledger.wrote("update", wanted);
                      return wanted;
                    }))
        .object();
  }

  /** What exists under this id. */
  public Optional<CloudObject> find(String type, String id, Place place) {
    Ledger ledger = ledger(place.account());
    return ledger.exclusively(() -> find(ledger, type, place, id));
  }

  /**
   * Deletes something; what is not there is deleted already.
   *
   * @throws Refusal if AWS would not
   */
  public void delete(String type, String id, Place place) {
    Ledger ledger = ledger(place.account());
    Optional<CloudObject> found = find(type, id, place);
    if (found.isEmpty()) {
      return;
    }
    Order order = found.get().order();
    FaultyCalls.Done unused =
        calls.whole(
            "delete",
            order,
            fault ->
                ledger.exclusively(
                    () -> {
                      judge(ledger, "delete", order, (rule, has) -> rule.delete(found.get(), has));
                      refuse(fault, ledger, "delete", order);
                      ledger.deleted(found.get());
                      return found.get();
                    }));
  }

  /**
   * Turns off what forbids deletion, as a person does by hand before something is taken down.
   *
   * @param stack only what this stack made
   */
  public void turnOffGuards(String stack) {
    for (CloudObject object : objects()) {
      String guard = object.facts().guard();
      if (object.isOf(stack) && !guard.isEmpty() && object.outputs().values().containsKey(guard)) {
        Ledger ledger = ledger(object.order().place().account());
        ledger.exclusively(
            () -> {
              CloudObject open = object.with(guard, new Value.Bool(false));
              ledger.wrote("update", open);
              return open;
            });
      }
    }
  }

  /** Everything that exists, account by account. */
  public List<CloudObject> objects() {
    return world().toList();
  }

  private static Optional<CloudObject> find(Ledger ledger, String type, Place place, String id) {
    return ledger.account().find(type, place.region(), id);
  }

  private void judge(
      Ledger ledger, String call, Order order, BiConsumer<CloudRule, Account> question) {
    try {
      rules.forEach(rule -> question.accept(rule, ledger.account()));
    } catch (Refusal refusal) {
      ledger.refused(call, order, refusal);
      throw refusal;
    }
  }

  private static void refuse(Optional<Fault> fault, Ledger ledger, String call, Order order) {
    fault
        .flatMap(each -> FaultyCalls.refusal(each, order))
        .ifPresent(
            refusal -> {
              ledger.refused(call, order, refusal);
              throw refusal;
            });
  }

  private Ledger ledger(AccountId account) {
    return ledgers.computeIfAbsent(
        account, id -> new Ledger(folder.resolve("accounts"), id, new Others()));
  }

  private final class Others implements Account.World {
    @Override
    public Stream<CloudObject> objects() {
      return world();
    }

    @Override
    public GrantedQuotas granted() {
      return granted;
    }
  }

  private Stream<CloudObject> world() {
    Path accounts = folder.resolve("accounts");
    if (!Files.isDirectory(accounts)) {
      return Stream.of();
    }
    List<Ledger> all;
    try (Stream<Path> files = Files.list(accounts)) {
      all =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(LEDGER))
              .sorted()
              .map(name -> name.substring(0, name.length() - LEDGER.length()))
              .map(AccountId::parse)
              .map(this::ledger)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the accounts in " + accounts + " cannot be listed", e);
    }
    return all.stream().peek(Ledger::refresh).flatMap(each -> each.account().objects().stream());
  }
}
