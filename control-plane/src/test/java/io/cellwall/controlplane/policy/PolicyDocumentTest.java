package io.cellwall.controlplane.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

  @Test
  void should_cut_statements_that_no_policy_can_hold_and_lose_no_action() {
    String[] actions =
        IntStream.range(0, 700)
            .mapToObj("svc:AnActionWithALongName%03d"::formatted)
            .toArray(String[]::new);

    List<PolicyDocument> packed =
        PolicyDocument.packed(List.of(Statement.allow("Own", actions).on("arn:aws:svc:::x")));

    assertThat(packed)
        .hasSizeGreaterThan(2)
        .allMatch(each -> each.length() <= PolicyDocument.LONGEST);
    assertThat(packed)
        .flatExtracting(PolicyDocument::statements)
        .flatExtracting(Statement::actions)
        .containsExactlyInAnyOrder(actions);
    assertThat(packed)
        .flatExtracting(PolicyDocument::statements)
        .extracting(Statement::sid)
        .doesNotHaveDuplicates()
        .allMatch(sid -> sid.matches("[A-Za-z0-9]+"));
  }

  @Test
  void should_need_no_policy_for_no_statement() {
    assertThat(PolicyDocument.packed(List.of())).isEmpty();
  }
}
