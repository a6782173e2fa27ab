package io.cellwall.cell.ingress;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/** The request for the host's certificate, and the record that proves the host is the cell's. */
final class HostCertificate extends ComponentResource {

  private final Certificate certificate;
  private final Record proof;

  HostCertificate(CertificatePlan plan, HostedZone zone, ComponentResourceOptions options) {
    super("cellwall:cell:HostCertificate", plan.name(), options);
    certificate =
        new Certificate(
            plan.name(),
            CertificateArgs.builder()
                .domainName(plan.host().toString())
                .validationMethod("DNS")
                .keyAlgorithm(plan.keyAlgorithm())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    // One host, so one proof.
    Output<CertificateDomainValidationOption> wanted =
        Tied.to(certificate, certificate.domainValidationOptions())
            .applyValue(wantedProofs -> wantedProofs.get(0));
    proof =
        new Record(
            plan.name(),
            RecordArgs.builder()
                .zoneId(zone.id())
                .name(wanted.applyValue(proof -> proof.resourceRecordName().orElseThrow()))
                .type("CNAME")
                .ttl(plan.recordTtl())
                .records(
                    wanted.applyValue(proof -> List.of(proof.resourceRecordValue().orElseThrow())))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /** The certificate's ARN; it may not be issued yet. */
  Output<String> arn() {
    return Tied.to(certificate, certificate.arn());
  }

  /** The record that must be there before the certificate can be issued. */
  Record proof() {
    return proof;
  }
}
