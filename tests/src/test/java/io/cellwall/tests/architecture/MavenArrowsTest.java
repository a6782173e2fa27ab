package io.cellwall.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The arrows as Maven has them: what each module's description lets it see of the others. */
class MavenArrowsTest {

  private static final Path ROOT = Path.of(System.getProperty("cellwall.root"));

  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "regions", Set.of(),
          "wiring", Set.of("regions"),
          "cell-template", Set.of("regions", "wiring"),
          "global-edge", Set.of("regions", "wiring"),
          "control-plane", Set.of("regions"),
          "policies", Set.of("regions"),
          "rehearsal", Set.of("regions", "policies"),
          "fleet",
              Set.of(
                  "regions",
                  "cell-template",
                  "global-edge",
                  "control-plane",
                  "policies",
                  "rehearsal"),
          "benchmarks", Set.of("fleet"),
          "tests", Set.of("fleet"));

  @Test
  void every_module_should_see_the_modules_that_its_arrows_name_and_no_others() throws Exception {
    // GIVEN what the modules' descriptions say
    Map<String, Set<String>> seen = new TreeMap<>();
    for (String module : texts(parse("pom.xml"), "module")) {
      seen.put(module, ours(parse(module + "/pom.xml")));
    }

    // THEN they are the arrows
    assertThat(seen).isEqualTo(new TreeMap<>(ARROWS));
  }

  @Test
  void versions_should_be_named_in_the_parent_alone() throws Exception {
    // GIVEN every version that a module's own description names
    List<String> versions = new ArrayList<>();
    for (String module : ARROWS.keySet()) {
      Document description = parse(module + "/pom.xml");
      NodeList named = description.getElementsByTagName("version");
      for (int i = 0; i < named.getLength(); i++) {
        String owner = named.item(i).getParentNode().getNodeName();
        if (!owner.equals("parent")) {
          versions.add(module + ": " + owner + " " + named.item(i).getTextContent());
        }
      }
    }

    // THEN there is none
    assertThat(versions).isEmpty();
  }

  private static Set<String> ours(Document description) {
    Set<String> modules = new TreeSet<>();
    NodeList dependencies = description.getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "groupId").equals("io.cellwall")) {
        modules.add(text(dependency, "artifactId"));
      }
    }
    return modules;
  }

  private static List<String> texts(Document document, String tag) {
    NodeList elements = document.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  private static String text(Element element, String tag) {
    return element.getElementsByTagName(tag).item(0).getTextContent();
  }

  private static Document parse(String file)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(ROOT.resolve(file).toFile());
  }
}
