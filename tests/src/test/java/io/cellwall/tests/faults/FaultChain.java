package io.cellwall.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.doctor.Ailment;
import io.cellwall.fleet.doctor.Examination;
import io.cellwall.fleet.doctor.StackDoctor;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.cellwall.rehearsal.cloud.Faults;
import io.cellwall.tests.engine.HostedEngine;
import io.cellwall.tests.engine.HostedProgram;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Builds one stack through many faults, each at its creation: an update runs into as many as it
 * can, the next one goes on from there, as a person does who just tries again, until all were met
 * and the stack is built. Where trying again is of no use, what {@code cellwall doctor --stack}
 * says is done.
 *
 * <p>After each update it is asserted, of each fault that was met, that it left what such a fault
 * leaves, and that the doctor names everything that AWS has and the state has not, and nothing
 * else. In the end nothing of that kind is left.
 */
final class FaultChain {

  // How the doctor says which: an id has no blank.
  private static final Pattern NAMES =
      Pattern.compile(
          "^AWS has aws:\\S+ (\\S+), and the state has not"
              + "|the state does not know (\\S+)$|AWS has it, as (\\S+)$|AWS still has (\\S+)$");

  private final HostedEngine engine;
  private final EngineStack stack;
  private final HostedProgram program;
  private final SortedMap<Creation, FaultKind> faults;
  private final List<String> options;
  private final Consumer<String> progress;

  // All that ever existed, in the order of creation.
  private final Map<String, CloudObject> existed = new LinkedHashMap<>();
  private final Set<Creation> met = new TreeSet<>();
  private final Set<Creation> left = new TreeSet<>();
  private final Set<Creation> named = new TreeSet<>();
  private final Set<Creation> takenIn = new TreeSet<>();
  private final Set<Creation> doubled = new TreeSet<>();
  private int updates;

  /**
   * A chain.
   *
   * @param faults what strikes where
   * @param options of each update, beyond those that every one has
   * @param progress gets a line for each update
   */
  FaultChain(
      HostedEngine engine,
      String stack,
      HostedProgram program,
      Map<Creation, FaultKind> faults,
      List<String> options,
      Consumer<String> progress) {
    this.engine = engine;
    this.stack = engine.stack(stack);
    this.program = program;
    this.faults = new TreeMap<>(faults);
    this.options = List.copyOf(options);
    this.progress = progress;
  }

  /**
   * How it went.
   *
   * @param met where a fault struck
   * @param left where it left what the engine itself cannot know of
   * @param named of which the doctor said so
   * @param takenIn where a rerun was refused, until the doctor's command took in what was there
   * @param doubled where a rerun made a second one, until what the doctor named was deleted
   * @param updates how many updates it took
   * @param built the stack in the end
   */
  record Result(
      Set<Creation> met,
      Set<Creation> left,
      Set<Creation> named,
      Set<Creation> takenIn,
      Set<Creation> doubled,
      int updates,
      BuiltStack built) {}

  Result run() {
    engine.init(stack.name());
    Faults.set(
        engine.cloud(),
        faults.entrySet().stream().map(e -> e.getKey().fault(e.getValue())).toList());
    int before = -1;
    while (true) {
      Outcome up = up();
      objects().forEach(each -> existed.putIfAbsent(each.order().urn() + " " + each.id(), each));
      StackState state = stack.state().orElseThrow();
      Examination examination = StackDoctor.examine(stack, Optional.of(state));
      List<CloudObject> strangers = strangers(state);
      requireTraces(state, strangers, up);
      requireNamed(examination, strangers);
      progress.accept(
          "update %d: %d of %d faults met, %d in the state, %d strangers"
              .formatted(
                  updates, met.size(), faults.size(), state.resources().size(), strangers.size()));
      if (up.succeeded()) {
        requireDoctor(examination.healthy() ? 0 : 1);
        if (!examination.healthy()) {
          mend(examination, strangers);
          requireDoctor(0);
        }
        return new Result(met, left, named, takenIn, doubled, updates, built());
      }
      int now = met.size() + state.resources().size();
      if (now == before) {
        // Trying again was of no use.
        assertThat(strangers).as("%s", up.errors()).isNotEmpty();
        mend(examination, strangers);
      }
      before = now;
      assertThat(updates).as("it never ends: %s", up.errors()).isLessThan(3 * faults.size() + 20);
    }
  }

  private Outcome up() {
    updates++;
    return engine.run(
        stack.name(),
        program,
        Stream.concat(
                Stream.of("up", "--skip-preview", "--yes", "--continue-on-error"), options.stream())
            .toArray(String[]::new));
  }

  private List<CloudObject> objects() {
    return new Cloud(engine.cloud(), List.of()).objects();
  }

  /** What AWS has and the state has not: found without the doctor. */
  private List<CloudObject> strangers(StackState state) {
    Set<String> held = new HashSet<>();
    state.resources().forEach(each -> held.add(each.urn() + " " + each.id()));
    return objects().stream()
        .filter(each -> !held.contains(each.order().urn() + " " + each.id()))
        .toList();
  }

  // Each fault that was met since the last update left what it must.
  private void requireTraces(StackState state, List<CloudObject> strangers, Outcome up) {
    Set<String> waiting = new HashSet<>(Faults.waiting(engine.cloud()));
    Set<String> strange = new HashSet<>();
    strangers.forEach(each -> strange.add(each.order().urn()));
    Set<String> held = new HashSet<>();
    Set<String> unready = new HashSet<>();
    for (StackState.Held each : state.resources()) {
      held.add(each.urn());
      if (!each.unready().isEmpty()) {
        unready.add(each.urn());
      }
    }
    faults.forEach(
        (creation, kind) -> {
          if (waiting.contains(creation.fault(kind)) || !met.add(creation)) {
            return;
          }
          String urn = creation.urn();
          FaultKind.Trace trace =
              strange.contains(urn)
                  ? FaultKind.Trace.STRANGER
                  : unready.contains(urn)
                      ? FaultKind.Trace.UNREADY
                      : held.contains(urn) ? null : FaultKind.Trace.NONE;
          assertThat(trace)
              .as("what %s at %s leaves: %s", kind.text(), creation, up.errors())
              .isEqualTo(kind.trace());
        });
  }

  private void requireNamed(Examination examination, List<CloudObject> strangers) {
    List<String> said =
        examination.ailments().stream()
            .flatMap(
                each -> {
                  Matcher names = NAMES.matcher(each.what());
                  return names.find()
                      ? Stream.of(each.subject() + ": " + group(names))
                      : Stream.of();
                })
            .toList();
    assertThat(said)
        .as("what the doctor names of what AWS has and the state has not")
        .containsExactlyInAnyOrderElementsOf(
            strangers.stream().map(each -> each.order().name() + ": " + each.id()).toList());
    for (CloudObject stranger : strangers) {
      left.add(Creation.of(stranger));
      if (said.contains(stranger.order().name() + ": " + stranger.id())) {
        named.add(Creation.of(stranger));
      }
    }
    assertThat(examination.ailments())
        .extracting(Ailment::kind)
        .doesNotContain(Ailment.Kind.GONE, Ailment.Kind.LOCK);
  }

  private static String group(Matcher matcher) {
    return IntStream.rangeClosed(1, matcher.groupCount())
        .mapToObj(matcher::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  // All that the doctor says, but for the last: to deploy again is what comes next.
  private void mend(Examination examination, List<CloudObject> strangers) {
    deleteDoubles();
    List<String> commands = examination.mending();
    new DoctorsCommands(engine, stack.name()).run(commands.subList(0, commands.size() - 1));
    strangers.stream()
        .map(Creation::of)
        .filter(each -> !doubled.contains(each))
        .forEach(takenIn::add);
  }

  // What the doctor says is to be deleted, as AWS allows it.
  private void deleteDoubles() {
    StackState state = stack.state().orElseThrow();
    Cloud cloud =
        new Cloud(
            engine.cloud(),
            ServiceLoader.load(CloudRule.class).stream().map(ServiceLoader.Provider::get).toList());
    Map<String, Long> made = new TreeMap<>();
    objects().forEach(each -> made.merge(each.order().urn(), 1L, Long::sum));
    for (CloudObject stranger : strangers(state)) {
      if (Objects.requireNonNull(made.get(stranger.order().urn())) > 1) {
        doubled.add(Creation.of(stranger));
        cloud.delete(stranger.type(), stranger.id(), stranger.order().place());
      }
    }
  }

  // The command itself.
  private void requireDoctor(int exit) {
    String unused =
        engine.shell(
            "'%s' -XX:TieredStopAtLevel=1 -cp '%s' io.cellwall.fleet.Cellwall doctor --stack %s; test $? = %d"
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    stack.project().program(),
                    stack.name(),
                    exit));
  }

  private BuiltStack built() {
    return BuiltStack.of(
        engine.text("stack", "export", "--show-secrets", "--stack", stack.name()),
        List.copyOf(existed.values()));
  }
}
