package io.cellwall.policies.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.StackReference;
import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackCaptureTest {
  @Test
  void smoke_() {
    ResourceGraph g =
        StackCapture.capture(
            "cellwall",
            "eu-west-1-cell-01",
            ctx -> {
              Provider p =
                  new Provider(
                      "aws",
                      ProviderArgs.builder()
                          .region("eu-west-1")
                          .allowedAccountIds("111111111111")
                          .defaultTags(
                              ProviderDefaultTagsArgs.builder().tags(Map.of("cell", "x")).build())
                          .build());
              var o = CustomResourceOptions.builder().provider(p).build();
              Vpc v = new Vpc("main", VpcArgs.builder().cidrBlock("10.0.0.0/16").build(), o);
              new Subnet(
                  "a",
                  SubnetArgs.builder()
                      .vpcId(v.id())
                      .cidrBlock(v.ipv6CidrBlock())
                      .availabilityZone(Output.ofSecret("eu-west-1a"))
                      .tags(v.arn().applyValue(a -> Map.of("of", a)))
                      .build(),
                  CustomResourceOptions.builder().provider(p).parent(v).build());
              Vpc.get("other", Output.of("vpc-123"), null, null);
              StackReference r = new StackReference("org/x/y");
              new Subnet(
                  "b",
                  SubnetArgs.builder().vpcId(r.output("vpc").applyValue(String::valueOf)).build());
              var id =
                  AwsFunctions.getCallerIdentity(
                      GetCallerIdentityArgs.Empty, InvokeOptions.builder().provider(p).build());
              new Subnet(
                  "c",
                  SubnetArgs.builder()
                      .vpcId(id.applyValue(i -> "x" + i.accountId()))
                      .cidrBlock(id.applyValue(i -> i.arn()))
                      .build());
              var ami =
                  com.pulumi.aws.ec2.Ec2Functions.getAmi(
                      com.pulumi.aws.ec2.inputs.GetAmiArgs.builder().owners("amazon").build());
              new Subnet("d", SubnetArgs.builder().vpcId(ami.applyValue(i -> i.imageId())).build());
            });
    assertThat(GraphJson.write(List.of(g))).contains("subnet");
    assertThat(GraphJson.read(GraphJson.write(List.of(g)))).hasSize(1);
  }
}
