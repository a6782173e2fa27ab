package io.cellwall.rehearsal.cloud;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one account has, in all regions. */
public final class Account {

  private record Key(String type, Region region, String id) {}

  private final AccountId id;
  private final World world;
  private final Map<Key, CloudObject> objects = new LinkedHashMap<>();

  /** What is beyond one account. */
  interface World {
    /** What exists in any account. */
    Stream<CloudObject> objects();

    /** What AWS granted beyond its defaults. */
    GrantedQuotas granted();
  }

  Account(AccountId id, World world) {
    this.id = id;
    this.world = world;
  }

  /** The account's number. */
  public AccountId id() {
    return id;
  }

  /** Everything in it, in the order of creation. */
  public Collection<CloudObject> objects() {
    return Collections.unmodifiableCollection(objects.values());
  }

  /** What is in one region. */
  public Stream<CloudObject> in(Region region) {
    return objects.values().stream().filter(each -> each.order().place().region().equals(region));
  }

  /** What exists in any account. */
  public Stream<CloudObject> world() {
    return world.objects();
  }

  /** What AWS granted beyond its defaults. */
  public GrantedQuotas granted() {
    return world.granted();
  }

  /** The resource of that type, place and id. */
  public Optional<CloudObject> find(String type, Region region, String id) {
    return Optional.ofNullable(objects.get(new Key(type, region, id)));
  }

  /** The resources of a type that this id, ARN or name stands for. */
  public List<CloudObject> named(String type, String handle) {
    return objects.values().stream()
        .filter(each -> each.type().equals(type) && each.handles().contains(handle))
        .toList();
  }

  void put(CloudObject object) {
    objects.put(key(object), object);
  }

  void remove(CloudObject object) {
    objects.remove(key(object));
  }

  private static Key key(CloudObject object) {
    return new Key(object.type(), object.order().place().region(), object.id());
  }
}
