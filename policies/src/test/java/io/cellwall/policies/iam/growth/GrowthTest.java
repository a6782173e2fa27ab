package io.cellwall.policies.iam.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static final String READ =
      "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a/*'}";

  @Test
  void should_find_nothing_new_where_nothing_changed_or_less_is_allowed() {
    assertThat(identity(List.of(READ), List.of(READ))).isEmpty();
    assertThat(identity(List.of(READ), List.of())).isEmpty();
    assertThat(
            identity(
                List.of("{'Effect':'Allow','Action':'s3:*','Resource':'*'}"),
                List.of(
                    READ,
                    "{'Effect':'Allow','Action':['s3:Put*'],'Resource':'arn:aws:s3:::b/x',"
                        + "'Condition':{'Bool':{'aws:SecureTransport':'true'}}}")))
        .isEmpty();
  }

  @Test
  void should_find_nothing_new_where_a_statement_is_only_divided() {
    assertThat(
            identity(
                List.of(
                    "{'Effect':'Allow','Action':['s3:GetObject','s3:PutObject'],"
                        + "'Resource':['arn:aws:s3:::a/*','arn:aws:s3:::b/*']}"),
                List.of(
                    "{'Effect':'Allow','Action':'s3:PutObject',"
                        + "'Resource':['arn:aws:s3:::b/*','arn:aws:s3:::a/*']}",
                    READ)))
        .isEmpty();
  }

  @Test
  void should_show_a_new_action_and_a_wider_resource() {
    assertThat(
            identity(
                List.of(READ),
                List.of(
                    "{'Effect':'Allow','Action':['s3:GetObject','s3:DeleteObject'],"
                        + "'Resource':'arn:aws:s3:::a/*'}")))
        .containsExactly("may now s3:DeleteObject on arn:aws:s3:::a/, by p Statement[0]");
    assertThat(
            identity(
                List.of(READ),
                List.of("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a*'}")))
        .singleElement()
        .asString()
        .startsWith("may now s3:GetObject on arn:aws:s3:::a");
  }

  @Test
  void should_show_a_condition_that_went_away() {
    String conditional = READ.replace("}", ",'Condition':{'Bool':{'aws:SecureTransport':'true'}}}");

    assertThat(identity(List.of(conditional), List.of(READ))).hasSize(1);
    assertThat(identity(List.of(READ), List.of(conditional))).isEmpty();
  }

  @Test
  void should_show_what_a_denial_no_longer_denies() {
    String deny = "{'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::a/secret/*'}";

    assertThat(identity(List.of(READ, deny), List.of(READ)))
        .containsExactly("may now s3:GetObject on arn:aws:s3:::a/secret/, by p Statement[0]");
    assertThat(identity(List.of(READ), List.of(READ, deny))).isEmpty();
  }

  @Test
  void should_not_show_what_is_denied_at_once() {
    assertThat(identity(List.of(), List.of(READ, "{'Effect':'Deny','Action':'*','Resource':'*'}")))
        .isEmpty();
  }

  @Test
  void should_show_a_principal_who_is_new_and_not_those_who_were_there() {
    String one =
        "{'Effect':'Allow','Principal':{'AWS':['111111111111']},'Action':'sqs:SendMessage'}";
    String two =
        "{'Effect':'Allow','Principal':{'AWS':['111111111111','222222222222']},"
            + "'Action':'sqs:SendMessage'}";

    assertThat(found(PolicyKind.RESOURCE, List.of(one), List.of(two)))
        .singleElement()
        .asString()
        .startsWith("account 222222222222 may now sqs:SendMessage on arn:");
    assertThat(found(PolicyKind.RESOURCE, List.of(two), List.of(one))).isEmpty();
  }

  @Test
  void should_show_an_action_that_no_list_has() {
    assertThat(
            identity(
                List.of(READ),
                List.of(READ, "{'Effect':'Allow','Action':'xyz:Do','Resource':'*'}")))
        .containsExactly(
            "may now xyz:do on its resources, as far as can be told, by p Statement[1]");
  }

  private static List<String> identity(List<String> before, List<String> after) {
    return found(PolicyKind.IDENTITY, before, after);
  }

  private static List<String> found(PolicyKind kind, List<String> before, List<String> after) {
    return Growth.between(
            ActionCatalogue.bundled(),
            read(kind, before).statements(),
            read(kind, after).statements())
        .stream()
        .map(NewAccess::toString)
        .toList();
  }

  private static PolicyDocument read(PolicyKind kind, List<String> statements) {
    PolicyDocument document =
        PolicyParser.parse(
            "p",
            kind,
            "{\"Version\":\"2012-10-17\",\"Statement\":["
                + String.join(",", statements).replace('\'', '"')
                + "]}");
    assertThat(document.problems()).isEmpty();
    return document;
  }
}
