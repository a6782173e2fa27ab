package io.cellwall.regions.written;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.EndpointServiceName;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.ImageDigest;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ReleaseKey;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.TimeSpan;
import io.cellwall.regions.model.ZoneName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a type is written as text.
 *
 * @param pattern regular expression for the whole text, where the type has one
 * @param choices the only texts there are, where they are known
 * @param parser reads the text; throws IllegalArgumentException with a message that quotes it
 */
public record Scalar<T>(
    Optional<String> pattern, List<String> choices, Function<String, T> parser) {

  private static final Map<Class<?>, Scalar<?>> KNOWN =
      Map.ofEntries(
          Map.entry(AccountId.class, shaped(AccountId.SHAPE, AccountId::parse)),
          Map.entry(
              AvailabilityZoneId.class,
              shaped(AvailabilityZoneId.SHAPE, AvailabilityZoneId::parse)),
          Map.entry(CellName.class, shaped(CellName.SHAPE, CellName::parse)),
          Map.entry(Cidr.class, shaped(Cidr.SHAPE, Cidr::parse)),
          Map.entry(
              EndpointServiceName.class,
              shaped(EndpointServiceName.SHAPE, EndpointServiceName::parse)),
          Map.entry(HostName.class, shaped(HostName.SHAPE, HostName::parse)),
          Map.entry(ImageDigest.class, shaped(ImageDigest.SHAPE, ImageDigest::parse)),
          Map.entry(
              KubernetesVersion.class, shaped(KubernetesVersion.SHAPE, KubernetesVersion::parse)),
          Map.entry(LocalDate.class, shaped("[0-9]{4}-[0-9]{2}-[0-9]{2}", text -> date(text))),
          Map.entry(QuotaCode.class, shaped(QuotaCode.SHAPE, QuotaCode::parse)),
          Map.entry(Region.class, region()),
          Map.entry(Release.class, shaped(Release.SHAPE, Release::parse)),
          Map.entry(ReleaseKey.class, shaped(ReleaseKey.SHAPE, ReleaseKey::parse)),
          Map.entry(TenantShare.class, shaped(TenantShare.SHAPE, TenantShare::parse)),
          Map.entry(TimeSpan.class, shaped(TimeSpan.SHAPE, TimeSpan::parse)),
          Map.entry(ZoneName.class, shaped(ZoneName.SHAPE, ZoneName::parse)));

  public Scalar {
    choices = List.copyOf(choices);
  }

  /**
   * How values of a type of the model are written.
   *
   * @throws IllegalArgumentException if the type is not written as text
   */
  public static Scalar<?> of(Class<?> type) {
    if (type.isEnum()) {
      List<Enum<?>> constants = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        constants.add((Enum<?>) constant);
      }
      return choice(constants);
    }
    Scalar<?> known = KNOWN.get(type);
    if (known == null) {
      throw new IllegalArgumentException(type + " is not written as text");
    }
    return known;
  }

  /** A text without a type of its own. */
  static Scalar<String> text(String pattern, String says) {
    Pattern compiled = Pattern.compile(pattern);
    return shaped(
        pattern,
        text -> {
          if (!compiled.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" must be " + says);
          }
          return text;
        });
  }

  /** How a constant is written: {@code FAIL_FAST} is {@code fail-fast}. */
  public static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Scalar<T> shaped(String pattern, Function<String, T> parser) {
    return new Scalar<>(Optional.of(pattern), List.of(), parser);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" must be a day, such as 2026-12-31", e);
    }
  }

  private static Scalar<Region> region() {
    List<String> codes = Region.all().stream().map(Region::code).toList();
    return new Scalar<>(Optional.empty(), codes, Region::parse);
  }

  private static Scalar<Enum<?>> choice(List<Enum<?>> constants) {
    List<String> labels = constants.stream().map(each -> label(each)).toList();
    return new Scalar<>(
        Optional.empty(),
        labels,
        text -> {
          int index = labels.indexOf(text);
          if (index < 0) {
            throw new IllegalArgumentException(
                "\"" + text + "\" must be one of " + String.join(", ", labels));
          }
          return constants.get(index);
        });
  }
}
