package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.principal.Match;
import java.util.BitSet;

/**
 * A statement that, for one principal, one resource and one state of knowledge, counts.
 *
 * @param statement the statement
 * @param actions the actions it is about
 * @param resources the resources it is about
 * @param match how it names the principal
 */
record Rule(Statement statement, BitSet actions, GlobRegion resources, Match match) {

  boolean isAbout(int action) {
    return actions.get(action);
  }
}
