package io.cellwall.policies.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeTableTest {

  @TestFactory
  Stream<DynamicTest> should_name_types_and_properties_that_the_provider_has() {
    assertThat(TypeTable.all()).hasSizeGreaterThan(60);
    return TypeTable.all().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  private static void check(TypeTable.Entry entry) throws ClassNotFoundException {
    String[] parts = entry.token().split("[:/]", -1);
    Class<?> inputs = Class.forName("com.pulumi.aws." + parts[1] + "." + parts[3] + "Args");
    List<String> fields = Arrays.stream(inputs.getDeclaredFields()).map(Field::getName).toList();
    assertThat(fields).containsAll(entry.properties().values());
  }

  @ParameterizedTest
  @CsvSource({
    "VpcId,vpcId",
    "DNSName,dnsName",
    "ARN,arn",
    "Arn,arn",
    "KMSKeyId,kmsKeyId",
    "VPCs,vpCs",
    "Ipv6CidrBlock,ipv6CidrBlock",
    "already,already",
    "'',''"
  })
  void should_begin_a_name_with_small_letters(String name, String expected) {
    assertThat(TypeTable.small(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"AWS::Synthetics::Canary", "Custom::Lookup"})
  void should_leave_a_type_that_it_does_not_have_its_own_name(String type) {
    assertThat(TypeTable.of(type)).isEqualTo(new TypeTable.Entry(type, Map.of(), Map.of()));
  }
}
