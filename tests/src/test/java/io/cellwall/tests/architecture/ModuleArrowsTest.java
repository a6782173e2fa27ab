package io.cellwall.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may use what: modules, packages, and the libraries that each may see. */
@AnalyzeClasses(packages = "io.cellwall", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleArrowsTest {

  @ArchTest
  static final ArchRule modules_should_use_each_other_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.cellwall..")
          .layer("regions")
          .definedBy("io.cellwall.regions..")
          .layer("wiring")
          .definedBy("io.cellwall.wiring..")
          .layer("cell-template")
          .definedBy("io.cellwall.cell..")
          .layer("global-edge")
          .definedBy("io.cellwall.edge..")
          .optionalLayer("control-plane")
          .definedBy("io.cellwall.controlplane..")
          .layer("policies")
          .definedBy("io.cellwall.policies..")
          .layer("rehearsal")
          .definedBy("io.cellwall.rehearsal..")
          .layer("fleet")
          .definedBy("io.cellwall.fleet..")
          .whereLayer("regions")
          .mayNotAccessAnyLayer()
          .whereLayer("wiring")
          .mayOnlyAccessLayers("regions")
          .whereLayer("cell-template")
          .mayOnlyAccessLayers("regions", "wiring")
          .whereLayer("global-edge")
          .mayOnlyAccessLayers("regions", "wiring")
          .whereLayer("control-plane")
          .mayOnlyAccessLayers("regions")
          .whereLayer("policies")
          .mayOnlyAccessLayers("regions")
          .whereLayer("rehearsal")
          .mayOnlyAccessLayers("regions", "policies");

  @ArchTest
  static final ArchRule pulumi_should_be_seen_only_where_resources_are_declared_or_captured =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.cellwall.wiring..",
              "io.cellwall.cell..",
              "io.cellwall.edge..",
              "io.cellwall.policies.pulumi..",
              "io.cellwall.policies.crossguard..",
              "io.cellwall.rehearsal.sdk..",
              "io.cellwall.rehearsal.provider..",
              "io.cellwall.fleet.program..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.pulumi..", "pulumirpc..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule cdk_should_be_seen_only_by_the_control_plane_and_its_adapter =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.cellwall.controlplane..",
              "io.cellwall.policies.cdk..",
              "io.cellwall.fleet.synth..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..");

  @ArchTest
  static final ArchRule packages_of_a_module_should_not_form_cycles =
      slices().matching("io.cellwall.(*).(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rules_should_not_know_where_a_graph_came_from =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.cellwall.policies.graph..",
              "io.cellwall.policies.ownership..",
              "io.cellwall.policies.rules..",
              "io.cellwall.policies.judge..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.cellwall.policies.pulumi..", "com.pulumi..", "pulumirpc..");

  @ArchTest
  static final ArchRule the_fleet_model_should_not_know_files =
      noClasses()
          .that()
          .resideInAnyPackage("io.cellwall.regions.model..", "io.cellwall.regions.finding..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.cellwall.regions.reading..",
              "io.cellwall.regions.validation..",
              "java.nio.file..",
              "org.snakeyaml..");

  @ArchTest
  static final ArchRule types_should_have_names_that_say_something =
      classes()
          .should()
          .haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Impl)")
          .andShould()
          .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..");

  @ArchTest
  static final ArchRule only_the_command_should_print_or_exit =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.cellwall.fleet.Cellwall")
          // The engine reads the ports of provider and policy pack from standard output.
          .and()
          .resideOutsideOfPackage("io.cellwall.policies.crossguard..")
          .and()
          .doNotHaveFullyQualifiedName("io.cellwall.rehearsal.provider.RehearsalAws")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
