package io.cellwall.fleet.doctor;

import io.cellwall.fleet.engine.BackendLock;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.rehearse.RehearsedBackend;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.CloudObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds out what the engine cannot know by itself after a fault. Only in a rehearsal can it look
 * into AWS; elsewhere it reads the state, and says with which commands to look.
 */
public final class StackDoctor {

  private static final String DELETE = "delete it in AWS: nothing that the state knows uses it";

  private final EngineStack stack;
  private final String deploy;
  private final String refresh;
  private final List<Ailment> ailments = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private final List<String> mending = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();

  private StackDoctor(EngineStack stack) {
    this.stack = stack;
    this.deploy = "cellwall deploy " + stack.name();
    this.refresh = "pulumi refresh --stack " + stack.name();
  }

  /** Examines a stack whose state is known; a stack that is not there has nothing wrong. */
  public static Examination examine(EngineStack stack, Optional<StackState> known) {
    StackDoctor doctor = new StackDoctor(stack);
    String backend = stack.backend();
    StackState state = known.orElseGet(StackState::empty);
    Optional<Cloud> cloud = RehearsedBackend.cloud(backend);
    doctor.locks(backend);
    List<CloudObject> objects =
        cloud
            .map(each -> each.objects().stream().filter(one -> one.isOf(stack.name())).toList())
            .orElse(List.of());
    state.pending().forEach(each -> doctor.pending(each, state, cloud.isPresent(), objects));
    state.resources().forEach(doctor::resource);
    if (cloud.isPresent()) {
      doctor.compare(state, objects);
    } else {
      doctor.unseen.add(
          "whether AWS has what the state has: "
              + doctor.refresh
              + " --preview-only --non-interactive shows what differs and changes nothing");
      doctor.unseen.add(
          "what AWS has and the state has not: a provider that dies leaves such; all that a stack"
              + " makes is tagged, so look with: aws resourcegroupstaggingapi get-resources"
              + " --tag-filters Key=cell,Values="
              + stack.name());
    }
    return new Examination(
        stack.name(),
        backend,
        (int) state.resources().stream().filter(each -> !each.id().isEmpty()).count(),
        doctor.ailments,
        doctor.mending(),
        doctor.unseen);
  }

  private void locks(String backend) {
    Optional<List<BackendLock>> locks =
        BackendLock.of(backend, stack.project().name(), stack.name());
    String cancel = "pulumi cancel --stack " + stack.name() + " --yes";
    if (locks.isEmpty()) {
      unseen.add(
          "whether a lock was left in %s: the next update says so; once nobody deploys, %s removes it"
              .formatted(backend, cancel));
    }
    for (BackendLock lock : locks.orElse(List.of())) {
      String locked = "is locked by " + lock.inWords();
      if (lock.stale()) {
        add(Ailment.Kind.LOCK, stack.name(), locked + ", and that process is gone", List.of());
        mending.add(cancel);
      } else {
        add(
            Ailment.Kind.LOCK,
            stack.name(),
            locked + ": a deployment seems to be running",
            List.of("wait until it ends; only if you know that it is gone: " + cancel));
      }
    }
  }

  private void pending(
      StackState.Pending each, StackState state, boolean rehearsed, List<CloudObject> objects) {
    String begun =
        "the engine was stopped while %s this %s".formatted(each.operation(), each.type());
    List<String> decide = List.of();
    if (each.operation().equals("creating")) {
      Optional<String> made =
          objects.stream()
              .filter(object -> object.order().urn().equals(each.urn()))
              .map(CloudObject::id)
              .filter(id -> state.find(each.type(), id).isEmpty())
              .reduce((first, last) -> last);
      if (state.resources().stream().anyMatch(held -> held.urn().equals(each.urn()))) {
        begun +=
            made.map(id -> "; a later deployment made another, and AWS still has " + id)
                .orElse("; a later deployment made it");
        decide = made.map(id -> List.of(DELETE)).orElse(List.of());
      } else {
        made.ifPresent(
            id ->
                imports.add(imported(each.urn(), each.type(), id, each.parent(), each.provider())));
        begun +=
            made.map(id -> "; AWS has it, as " + id)
                .orElse(rehearsed ? "; AWS does not have it" : "; AWS may have it or not");
      }
      if (!rehearsed) {
        decide =
            List.of(
                "look in AWS; if it exists, take it in after the refresh below: "
                    + imported(each.urn(), each.type(), "ID", each.parent(), each.provider()));
      }
    }
    add(Ailment.Kind.PENDING_OPERATION, name(each.urn()), begun, decide);
  }

  // What refresh offers for this, --import-pending-creates, forgets the resource: tried with 3.255.
  private String imported(String urn, String type, String id, String parent, String provider) {
    StringBuilder command =
        new StringBuilder(
            "pulumi import '%s' '%s' '%s' --stack %s".formatted(type, name(urn), id, stack.name()));
    if (!parent.isEmpty()) {
      command.append(" --parent 'parent=").append(parent).append("'");
    }
    if (!provider.isEmpty()) {
      command.append(" --provider 'provider=").append(provider).append("'");
    }
    return command + " --protect=false --generate-code=false --skip-preview --yes";
  }

  /** What mends most of it: commands, in this order. */
  private List<String> mending() {
    boolean pending = has(Ailment.Kind.PENDING_OPERATION);
    if (pending || has(Ailment.Kind.GONE)) {
      mending.add(refresh + (pending ? " --clear-pending-creates" : "") + " --skip-preview --yes");
    }
    mending.addAll(imports);
    if (!ailments.isEmpty()) {
      mending.add(deploy);
    }
    return mending;
  }

  private boolean has(Ailment.Kind kind) {
    return ailments.stream().anyMatch(each -> each.kind() == kind);
  }

  private void add(Ailment.Kind kind, String subject, String what, List<String> decide) {
    ailments.add(new Ailment(kind, subject, what, decide));
  }

  private void resource(StackState.Held held) {
    String it = held.type() + " " + held.id();
    if (held.condemned()) {
      add(
          Ailment.Kind.CONDEMNED,
          name(held.urn()),
          it + " was replaced and still exists; the next deployment deletes it",
          List.of());
    }
    if (!held.unready().isEmpty()) {
      add(
          Ailment.Kind.UNREADY,
          name(held.urn()),
          "%s exists and never became ready: %s; the next deployment tries again"
              .formatted(it, String.join("; ", held.unready())),
          List.of());
    }
  }

  private void compare(StackState state, List<CloudObject> objects) {
    Map<String, List<CloudObject>> byUrn =
        objects.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.order().urn(), TreeMap::new, Collectors.toList()));
    byUrn.forEach((urn, made) -> unknown(state, urn, made));
    for (StackState.Held held : state.resources()) {
      boolean there =
          !held.type().startsWith("aws:")
              || held.id().isEmpty()
              || objects.stream()
                  .anyMatch(each -> each.type().equals(held.type()) && each.id().equals(held.id()));
      if (!there) {
        add(
            Ailment.Kind.GONE,
            name(held.urn()),
            "the state has %s %s, and AWS has not".formatted(held.type(), held.id()),
            List.of());
      }
    }
  }

  private void unknown(StackState state, String urn, List<CloudObject> made) {
    // Of what is pending it was said already.
    List<CloudObject> strangers =
        made.stream()
            .filter(each -> state.find(each.type(), each.id()).isEmpty())
            .filter(each -> state.pending().stream().noneMatch(one -> one.urn().equals(urn)))
            .toList();
    for (CloudObject stranger : strangers) {
      if (made.size() > 1) {
        add(
            Ailment.Kind.DOUBLED,
            name(urn),
            "AWS has %d of this %s, and the state does not know %s"
                .formatted(made.size(), stranger.type(), stranger.id()),
            List.of(DELETE));
      } else {
        add(
            Ailment.Kind.ORPHAN,
            name(urn),
            "AWS has %s %s, and the state has not".formatted(stranger.type(), stranger.id()),
            List.of("the command below takes it in; or " + DELETE));
        imports.add(
            imported(
                urn,
                stranger.type(),
                stranger.id(),
                parent(state, urn),
                provider(state, stranger.order().place().region().code())));
      }
    }
  }

  // A URN names the types of its parents, not their names: mostly one has these types; of several,
  // the one with the longest name that its own begins with.
  private static String parent(StackState state, String urn) {
    String types = urn.substring(0, Math.max(0, urn.lastIndexOf('$')));
    List<String> possible =
        state.resources().stream()
            .map(StackState.Held::urn)
            .filter(each -> each.lastIndexOf("::") > 0)
            .filter(each -> each.substring(0, each.lastIndexOf("::")).equals(types))
            .toList();
    return possible.size() == 1
        ? possible.get(0)
        : possible.stream()
            .filter(each -> name(urn).startsWith(name(each)))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
  }

  private static String provider(StackState state, String region) {
    return state.resources().stream()
        .filter(each -> each.type().equals("pulumi:providers:aws"))
        .filter(each -> region.equals(each.texts().get("region")))
        .map(StackState.Held::urn)
        .findFirst()
        .orElse("");
  }

  private static String name(String urn) {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }
}
