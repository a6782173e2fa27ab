package io.cellwall.fleet.report;

import io.cellwall.fleet.output.Inert;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the page as HTML. Each text goes through one escaping strategy, which leaves no markup and
 * no control character; the page's own script and style are allowed by their hashes, and nothing
 * else.
 */
final class HtmlPage {

  private static final String FOLDER = "io/cellwall/fleet/report/";
  private static final String INERT = "inert";

  private HtmlPage() {}

  static String render(Page page) {
    String style = resource("page.css");
    String script = resource("page.js");
    StringWriter html = new StringWriter();
    try {
      template()
          .evaluate(
              html,
              Map.of(
                  "page",
                  page,
                  "marks",
                  Page.MARKS,
                  "style",
                  style,
                  "styleHash",
                  hash(style),
                  "script",
                  script,
                  "scriptHash",
                  hash(script)),
              Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }

  private static PebbleTemplate template() {
    ClasspathLoader loader = new ClasspathLoader(HtmlPage.class.getClassLoader());
    loader.setPrefix(FOLDER);
    loader.setSuffix(".html");
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .addEscapingStrategy(INERT, HtmlPage::escape)
        .defaultEscapingStrategy(INERT)
        .build()
        .getTemplate("page");
  }

  /** Text for the content of an element or for an attribute in double quotes. */
  static String escape(String text) {
    String inert = Inert.text(text);
    StringBuilder escaped = new StringBuilder(inert.length() + 16);
    for (int i = 0; i < inert.length(); i++) {
      char character = inert.charAt(i);
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  // Without carriage returns, which a browser would drop before it hashes.
  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + HtmlPage.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
