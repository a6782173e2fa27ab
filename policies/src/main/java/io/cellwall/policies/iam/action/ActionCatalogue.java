package io.cellwall.policies.iam.action;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.SplitArn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All actions that AWS has, and what each acts on.
 *
 * <p>The data file beside this class comes from AWS's service authorization reference; its head
 * says through which package and as of which day, and {@code
 * src/main/scripts/remake-iam-actions.mjs} remakes it. Sets of actions are bit sets over {@link
 * #actions()}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions,
 *     resources, and condition keys for AWS services</a>
 */
public final class ActionCatalogue {

  private static final int ARN_SERVICE = 2;

  private final String asOf;
  private final List<Action> actions;
  private final List<String> lowerNames;
  private final int[] typesNumbers;
  private final Map<String, int[]> services = new HashMap<>();
  private final Map<String, List<TypedActions>> typesByService = new HashMap<>();
  private final Map<Glob, BitSet> matching = new ConcurrentHashMap<>();
  private final Map<GlobRegion, BitSet> regions = new ConcurrentHashMap<>();
  private final Map<Glob, BitSet> acting = new ConcurrentHashMap<>();

  private record TypedActions(ResourceType type, BitSet actions) {}

  private static final class Bundled {
    private static final ActionCatalogue CATALOGUE = ActionFile.read();
  }

  ActionCatalogue(String asOf, List<Action> actions) {
    this.asOf = asOf;
    this.actions = List.copyOf(actions);
    this.lowerNames =
        actions.stream().map(action -> action.toString().toLowerCase(Locale.ROOT)).toList();
    Map<ResourceType, BitSet> byType = new HashMap<>();
    Map<List<ResourceType>, Integer> numbers = new HashMap<>(Map.of(List.of(), 0));
    this.typesNumbers = new int[actions.size()];
    for (int i = 0; i < actions.size(); i++) {
      int[] range = services.computeIfAbsent(actions.get(i).service(), first(i));
      range[1] = i + 1;
      typesNumbers[i] = numbers.computeIfAbsent(actions.get(i).types(), any -> numbers.size());
      for (ResourceType type : actions.get(i).types()) {
        byType.computeIfAbsent(type, key -> new BitSet()).set(i);
      }
    }
    byType.forEach(
        (type, set) ->
            type.arns().in().stream()
                .map(arn -> service(arn, true))
                .distinct()
                .forEach(
                    service ->
                        typesByService
                            .computeIfAbsent(service, key -> new ArrayList<>())
                            .add(new TypedActions(type, set))));
  }

  private static java.util.function.Function<String, int[]> first(int index) {
    return service -> new int[] {index, index};
  }

  /** The catalogue that comes with this version. */
  public static ActionCatalogue bundled() {
    return Bundled.CATALOGUE;
  }

  /** The day that the data is of, such as {@code 2026-09-26}. */
  public String asOf() {
    return asOf;
  }

  /** All actions, those of one service together. */
  public List<Action> actions() {
    return actions;
  }

  /** A number that the actions share which act on the same types of resources; 0: on none. */
  public int typesNumber(int action) {
    return typesNumbers[action];
  }

  /** Tells whether there is a service of this prefix. */
  public boolean hasService(String prefix) {
    return services.containsKey(prefix);
  }

  /**
   * The actions of the region. The result is not to be changed.
   *
   * @param region over names in lower case
   */
  public BitSet matching(GlobRegion region) {
    if (region.in().size() == 1 && region.out().isEmpty()) {
      return matching(region.in().get(0));
    }
    BitSet known = regions.get(region);
    if (known != null) {
      return known;
    }
    BitSet set = new BitSet(actions.size());
    region.in().forEach(glob -> set.or(matching(glob)));
    region.out().forEach(glob -> set.andNot(matching(glob)));
    remember(regions, region, set);
    return set;
  }

  private BitSet matching(Glob glob) {
    BitSet known = matching.get(glob);
    if (known != null) {
      return known;
    }
    BitSet set = new BitSet(actions.size());
    int colon = glob.indexOf(':');
    boolean oneService = colon > 0 && glob.slice(0, colon).isLiteral();
    int[] range =
        oneService
            ? services.getOrDefault(glob.slice(0, colon).toString(), new int[] {0, 0})
            : new int[] {0, actions.size()};
    for (int i = range[0]; i < range[1]; i++) {
      set.set(i, glob.matches(lowerNames.get(i)));
    }
    remember(matching, glob, set);
    return set;
  }

  /**
   * The actions that act on a resource whose ARN the pattern matches. The result is not to be
   * changed.
   */
  public BitSet actingOn(Glob arn) {
    BitSet known = acting.get(arn);
    if (known != null) {
      return known;
    }
    BitSet set = new BitSet(actions.size());
    String service = service(arn, false);
    SplitArn split = SplitArn.of(arn);
    Stream<List<TypedActions>> types =
        service.equals("*")
            ? typesByService.values().stream()
            : Stream.of(service, "*").map(name -> typesByService.getOrDefault(name, List.of()));
    types
        .flatMap(List::stream)
        .filter(typed -> typed.type().mayBe(split))
        .forEach(typed -> set.or(typed.actions()));
    remember(acting, arn, set);
    return set;
  }

  /** Hostile input must not fill the memory: past a size nothing more is remembered. */
  private static <K> void remember(Map<K, BitSet> cache, K key, BitSet value) {
    if (cache.size() < 20_000) {
      cache.put(key, value);
    }
  }

  /**
   * The service in an ARN pattern, or {@code *} where a wildcard stands in or before it: it may
   * hide a colon. The partition of the reference's own patterns is a wildcard and hides none.
   */
  private static String service(Glob arn, boolean reference) {
    Glob rest = arn;
    for (int i = 0; i < ARN_SERVICE; i++) {
      int colon = rest.indexOf(':');
      if (colon < 0 || !(reference || rest.slice(0, colon).isLiteral())) {
        return "*";
      }
      rest = rest.slice(colon + 1, rest.length());
    }
    int colon = rest.indexOf(':');
    return colon > 0 && rest.slice(0, colon).isLiteral() ? rest.slice(0, colon).toString() : "*";
  }
}
