package io.cellwall.policies.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.deployment.internal.Monitor;
import com.pulumi.test.internal.MockMonitor;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The capture leans on internals of the SDK, which another version may have changed. */
class SdkVersionTest {

  @Test
  void should_be_the_version_that_the_capture_was_written_against() {
    // WHEN
    String jar = MockMonitor.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    // THEN
    assertThat(jar)
        .as(
            "the SDK was upgraded: compare MockMonitor and the requests with SdkCapture, then set"
                + " SDK_VERSION")
        .endsWith("pulumi-" + SdkCapture.SDK_VERSION + ".jar");
  }

  @Test
  void should_have_no_way_past_the_monitor_that_the_capture_does_not_know() {
    assertThat(Arrays.stream(Monitor.class.getMethods()).map(Method::getName))
        .containsExactlyInAnyOrder(
            "supportsFeatureAsync",
            "invokeAsync",
            "callAsync",
            "readResourceAsync",
            "registerResourceAsync",
            "registerResourceOutputsAsync",
            "registerPackageAsync");
  }
}
