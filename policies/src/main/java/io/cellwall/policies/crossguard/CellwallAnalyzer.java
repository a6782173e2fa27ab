package io.cellwall.policies.crossguard;

import com.google.protobuf.Empty;
import io.cellwall.policies.catalogue.RuleCatalogue;
import io.cellwall.policies.judge.Telling;
import io.cellwall.regions.finding.Finding;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/**
 * What the engine asks of the pack. All nine calls are answered: one that is not implemented would
 * pass in silence. A call that fails or takes too long is an error, and the engine stops at it.
 */
final class CellwallAnalyzer extends AnalyzerGrpc.AnalyzerImplBase {

  /** Where the inventory is, unless something else is said. */
  private static final Path USUAL_INVENTORY = Path.of("regions", "inventory");

  private static final String INVENTORY_KEY = "cellwall:inventory";

  private final PackOptions options;
  private final Clock clock;
  private final EngineLog log;
  private final String version;
  private final Deadline deadline;
  private Runnable cancel = () -> {};
  private @Nullable StackRun run;

  CellwallAnalyzer(PackOptions options, Clock clock, EngineLog log) {
    this.options = options;
    this.deadline = new Deadline(options.deadline());
    this.clock = clock;
    this.log = log;
    String packaged = CellwallAnalyzer.class.getPackage().getImplementationVersion();
    this.version = packaged == null ? "0.0.0" : packaged;
  }

  /** Says what happens when the engine needs the pack no more. */
  void onCancel(Runnable action) {
    cancel = action;
  }

  @Override
  public void handshake(
      AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> observer) {
    answer(observer, AnalyzerHandshakeResponse::getDefaultInstance);
  }

  @Override
  public void configureStack(
      AnalyzerStackConfigureRequest request,
      StreamObserver<AnalyzerStackConfigureResponse> observer) {
    answer(
        observer,
        () -> {
          Telling telling =
              request.getDryRun()
                  ? new Telling.InputsInPreview()
                  : new Telling.InputsInDeployment();
          run =
              open(
                  request.getStack(),
                  telling,
                  Optional.ofNullable(request.getConfigMap().get(INVENTORY_KEY)));
          return AnalyzerStackConfigureResponse.getDefaultInstance();
        });
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    answer(observer, () -> PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> observer) {
    answer(observer, () -> Diagnostics.info(version));
  }

  @Override
  public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
    answer(
        observer,
        () -> {
          List<String> objections =
              Enforcement.objections(RuleCatalogue.all(), request.getPolicyConfigMap());
          if (!objections.isEmpty()) {
            throw new StackRun.RefusedException(
                "the configuration of the policy pack weakens rules, or cannot be followed; remove"
                    + " it, and say what may stay for a while with a waiver in the inventory:\n  "
                    + String.join("\n  ", objections));
          }
          return Empty.getDefaultInstance();
        });
  }

  /** Changes nothing: what crosses a wall is for its author to mend. */
  @Override
  public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
    answer(observer, RemediateResponse::getDefaultInstance);
  }

  @Override
  public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
    answer(
        observer,
        () -> {
          StackRun judged = of(request.getUrn());
          return response(judged, judged.arrive(EngineNodes.arriving(request)));
        });
  }

  @Override
  public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
    answer(
        observer,
        () -> {
          if (request.getResourcesCount() == 0) {
            return AnalyzeResponse.getDefaultInstance();
          }
          StackRun judged = of(request.getResources(0).getUrn());
          return response(judged, judged.complete(request.getResourcesList()));
        });
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    observer.onNext(Empty.getDefaultInstance());
    observer.onCompleted();
    cancel.run();
  }

  // A look at a state does not say which stack it is of: its first resource does.
  private StackRun of(String urn) {
    StackRun known = run;
    if (known == null) {
      known = open(stack(urn), new Telling.InputsInPreview(), Optional.empty());
      run = known;
    }
    return known;
  }

  private StackRun open(String stack, Telling telling, Optional<String> configured) {
    Path inventory =
        folder(configured.map(Path::of).or(options::inventory).orElse(USUAL_INVENTORY));
    StackRun opened = StackRun.of(stack, telling, inventory, clock);
    log.info("cellwall " + version + " judges " + stack + " by the inventory " + inventory);
    return opened;
  }

  // The engine starts a pack that is a file in the program's folder, one that is a folder in that
  // folder itself. So the inventory is looked for as a build tool looks for its root: upwards.
  private Path folder(Path named) {
    for (Path at = options.startedIn(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(named))) {
        return at.resolve(named).normalize();
      }
    }
    return options.startedIn().resolve(named).normalize();
  }

  private AnalyzeResponse response(StackRun judged, List<Finding> findings) {
    AnalyzeResponse.Builder response = AnalyzeResponse.newBuilder();
    findings.forEach(
        finding ->
            response.addDiagnostics(Diagnostics.of(finding, judged.shownWith(finding), version)));
    return response.build();
  }

  // urn:pulumi:<stack>::<project>::...
  private static String stack(String urn) {
    int end = urn.indexOf("::");
    return urn.startsWith("urn:pulumi:") && end > 0
        ? urn.substring("urn:pulumi:".length(), end)
        : urn;
  }

  private <T> void answer(StreamObserver<T> observer, Callable<T> work) {
    try {
      observer.onNext(deadline.within(work));
      observer.onCompleted();
    } catch (StackRun.RefusedException e) {
      observer.onError(
          Status.FAILED_PRECONDITION.withDescription(e.getMessage()).asRuntimeException());
    } catch (Deadline.OverrunException e) {
      observer.onError(
          Status.DEADLINE_EXCEEDED.withDescription(e.getMessage()).asRuntimeException());
    } catch (Exception e) {
      // What went wrong may hold values, and those may be secret: its kind must do.
      observer.onError(
          Status.INTERNAL
              .withDescription(
                  "this is a defect of Cellwall's policy pack, so nothing passes: "
                      + e.getClass().getSimpleName())
              .asRuntimeException());
    }
  }
}
