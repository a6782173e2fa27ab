package io.cellwall.rehearsal.rules;

import io.cellwall.regions.model.Cidr;
import io.cellwall.rehearsal.cloud.Account;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.cellwall.rehearsal.cloud.Refusal;
import java.util.Optional;

/** A subnet's addresses are inside its VPC's, and no other subnet's. */
public final class SubnetAddresses implements CloudRule {

  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String VPC = "aws:ec2/vpc:Vpc";

  @Override
  public void create(CloudObject wanted, Account account) {
    Optional<Cidr> block = block(wanted);
    Optional<String> vpcId = wanted.inputs().text("vpcId");
    if (!wanted.type().equals(SUBNET) || block.isEmpty() || vpcId.isEmpty()) {
      return;
    }
    account.named(VPC, vpcId.get()).stream()
        .flatMap(vpc -> block(vpc).stream())
        .filter(whole -> !whole.contains(block.get()))
        .findFirst()
        .ifPresent(
            whole -> {
              throw new Refusal(
                  "InvalidSubnet.Range",
                  "cidrBlock %s is not inside %s of %s".formatted(block.get(), whole, vpcId.get()));
            });
    account.objects().stream()
        .filter(each -> each.type().equals(SUBNET))
        .filter(each -> each.inputs().text("vpcId").equals(vpcId))
        .filter(each -> block(each).filter(block.get()::overlaps).isPresent())
        .findFirst()
        .ifPresent(
            other -> {
              throw new Refusal(
                  "InvalidSubnet.Conflict",
                  "cidrBlock %s overlaps that of %s".formatted(block.get(), other.id()));
            });
  }

  private static Optional<Cidr> block(CloudObject object) {
    return object.inputs().text("cidrBlock").map(Cidr::parse);
  }
}
