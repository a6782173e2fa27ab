package io.cellwall.policies.crossguard;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** What the engine says of the stack of one cell of the example fleet. */
final class EngineCalls {

  static final String STACK = "eu-west-1-cell-01";
  static final String ACCOUNT = "811663940468";
  static final String PROVIDER =
      "urn:pulumi:eu-west-1-cell-01::cellwall::pulumi:providers:aws::aws";
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private EngineCalls() {}

  static AnalyzerStackConfigureRequest stack(boolean dryRun) {
    return AnalyzerStackConfigureRequest.newBuilder()
        .setStack(STACK)
        .setProject("cellwall")
        .setOrganization("organization")
        .setDryRun(dryRun)
        .build();
  }

  static AnalyzeRequest provider() {
    return AnalyzeRequest.newBuilder()
        .setUrn(PROVIDER)
        .setType("pulumi:providers:aws")
        .setName("aws")
        .setProperties(
            Struct.newBuilder()
                .putFields("region", text("eu-west-1"))
                .putFields("allowedAccountIds", text("[\"" + ACCOUNT + "\"]"))
                .putFields(
                    "defaultTags",
                    text(
                        "{\"tags\":{\"cell\":\"eu-west-1-cell-01\",\"zone\":\"eu\",\"region\":"
                            + "\"eu-west-1\",\"release\":\"1\",\"owner\":\"platform\"}}")))
        .build();
  }

  static String urn(String type, String name) {
    return "urn:pulumi:" + STACK + "::cellwall::" + type + "::" + name;
  }

  static AnalyzeRequest resource(String type, String name, Struct.Builder properties) {
    return AnalyzeRequest.newBuilder()
        .setUrn(urn(type, name))
        .setType(type)
        .setName(name)
        .setProperties(properties)
        .setProvider(AnalyzerProviderResource.newBuilder().setUrn(PROVIDER).setName("aws"))
        .build();
  }

  static AnalyzerResource finished(AnalyzeRequest request, Struct.Builder outputs) {
    return AnalyzerResource.newBuilder()
        .setUrn(request.getUrn())
        .setType(request.getType())
        .setName(request.getName())
        .setProperties(request.getProperties().toBuilder().mergeFrom(outputs.build()))
        .setProvider(request.getProvider())
        .build();
  }

  static AnalyzerResource wired(AnalyzerResource resource, String property, AnalyzeRequest source) {
    return resource.toBuilder()
        .addDependencies(source.getUrn())
        .putPropertyDependencies(
            property, AnalyzerPropertyDependencies.newBuilder().addUrns(source.getUrn()).build())
        .build();
  }

  static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  static Value secret(String text) {
    return Value.newBuilder()
        .setStructValue(
            Struct.newBuilder()
                .putFields(
                    "4dabf18193072939515e22adb298388d", text("1b47061264138c4ac30d75fd1eb44270"))
                .putFields("value", text(text)))
        .build();
  }

  static Value texts(String... texts) {
    ListValue.Builder list = ListValue.newBuilder();
    List.of(texts).forEach(text -> list.addValues(text(text)));
    return Value.newBuilder().setListValue(list).build();
  }
}
