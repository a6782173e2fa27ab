package io.cellwall.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever others wrote, the page has the elements and attributes that it has anyway. */
class PageProperties {

  private static final List<String> HARMLESS = markup(HtmlPage.render(Examples.saying("harmless")));

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(12),
            Arbitraries.strings().ascii().ofMaxLength(12),
            Arbitraries.of(
                "<",
                ">",
                "\"",
                "'",
                "&",
                "</script>",
                "<!--",
                "-->",
                "]]>",
                "</style>",
                "{{ x }}",
                "{% x %}",
                "\" onclick=\"x",
                "\u001b[2J",
                "\u202e",
                "\u2028",
                "\u0000",
                "\n",
                "`"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        // What is empty may be left out with what stands around it.
        .map(list -> "x" + String.join("", list));
  }

  @Property(tries = 60)
  void should_have_the_same_markup_whatever_it_says(@ForAll("anything") String text) {
    String html = HtmlPage.render(Examples.saying(text));
    assertThat(markup(html)).isEqualTo(HARMLESS);
    assertThat(html.codePoints())
        .noneMatch(
            point ->
                (Character.isISOControl(point) && point != '\n')
                    || Character.getType(point) == Character.FORMAT);
  }

  // Tags with the names of their attributes, without what these hold.
  private static List<String> markup(String html) {
    return Pattern.compile("</?[a-zA-Z!][^>]*>")
        .matcher(html)
        .results()
        .map(tag -> tag.group().replaceAll("\"[^\"]*\"", "\"\""))
        .toList();
  }
}
