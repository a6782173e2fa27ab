package io.cellwall.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** NullAway looks only at packages that are marked, so an unmarked one would go unchecked. */
class NullMarkedPackagesTest {

  @Test
  void every_package_should_be_checked_for_null() {
    // GIVEN all our packages that hold a class
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cellwall");
    List<JavaPackage> packages =
        classes.stream().map(type -> type.getPackage()).distinct().toList();

    // THEN each is marked
    assertThat(packages).hasSizeGreaterThan(10);
    Stream<String> unmarked =
        packages.stream()
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName);
    assertThat(unmarked).isEmpty();
  }
}
