package io.cellwall.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page in Chromium: Debian's packages chromium and chromium-driver. */
@Tag("browser")
class BrowserTest {

  @TempDir static Path folder;

  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, java.util.logging.Level.ALL);
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        "--user-data-dir=" + folder.resolve("profile"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build(),
            options);
    write("example.html", Examples.zoneIn());
    write("changed.html", Examples.changed());
    write("hostile.html", Examples.hostile());
  }

  @AfterAll
  static void stop() {
    browser.quit();
  }

  private static void write(String name, Page page) {
    try {
      Files.writeString(folder.resolve(name), HtmlPage.render(page));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens a page anew: what it remembers and what it logged before is gone. */
  private static void open(String name) {
    browser.get("about:blank");
    drain(LogType.BROWSER);
    drain(LogType.PERFORMANCE);
    browser.get(folder.resolve(name).toUri().toString());
    browser.executeScript("localStorage.clear()");
  }

  private static List<LogEntry> drain(String type) {
    return browser.manage().logs().get(type).getAll();
  }

  private static WebElement css(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static void press(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  private static String focused() {
    return String.valueOf(
        browser.executeScript(
            "const it = document.activeElement; return it.id || it.parentElement.id"));
  }

  private static List<String> shown() {
    return browser.findElements(By.cssSelector("details.stack")).stream()
        .filter(WebElement::isDisplayed)
        .map(stack -> String.valueOf(stack.getDomAttribute("id")))
        .toList();
  }

  @Test
  void should_show_the_verdict_the_map_and_every_stack() {
    // WHEN
    open("example.html");
    // THEN
    assertThat(css(".verdict .says").getText())
        .endsWith("Nothing crosses a wall of the 6 stacks looked at.");
    assertThat(browser.findElements(By.cssSelector("figure.zone svg.map"))).hasSize(3);
    assertThat(css("a[data-stack='ap-south-2-cell-01']").getDomAttribute("aria-label"))
        .isEqualTo(
            "ap-south-2-cell-01, active, 70,000 users, 7% of the fleet, shares an account with its"
                + " standby");
    assertThat(shown())
        .containsExactly(
            "edge-in",
            "edge-ap-south-1",
            "edge-ap-south-2",
            "ap-south-1-cell-01",
            "ap-south-1-cell-02",
            "ap-south-2-cell-01");
    assertThat(browser.findElements(By.cssSelector("path.line.replication"))).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.html", "changed.html", "hostile.html"})
  void should_ask_the_network_for_nothing_and_log_no_error(String name) {
    // WHEN
    open(name);
    press("e");
    // THEN
    assertThat(drain(LogType.BROWSER)).isEmpty();
    List<String> asked =
        drain(LogType.PERFORMANCE).stream()
            .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
            .filter(event -> event.path("method").asString().equals("Network.requestWillBeSent"))
            .map(event -> event.path("params").path("request").path("url").asString())
            .toList();
    assertThat(asked).containsExactly(folder.resolve(name).toUri().toString());
  }

  @Test
  void should_show_what_changes_and_mark_it_on_the_map() {
    // WHEN
    open("changed.html");
    // THEN it says how much, and what of it stands out
    assertThat(css("#change h2").getText()).isEqualTo("Change since main (4f2a9c1d03)");
    assertThat(css("#change .says").getText()).isEqualTo("3 of 15 cells change");
    assertThat(texts("#change .findings li"))
        .containsExactly(
            "StatefulDeleted in ap-south-2-cell-01 dynamodb Table ap-south-2-cell-01-jobs is deleted"
                + " What it holds is gone with it: copy it first, or keep the resource.");
    // THEN what changes alike is said once, folded
    assertThat(texts("#change summary"))
        .containsExactly(
            "2 cells change in the same way 1 update each 163,000 users (16.3 %)",
            "ap-south-2-cell-01 changes 1 create, 1 update, 1 delete 70,000 users (7 %)");
    WebElement alone = browser.findElements(By.cssSelector("#change details")).get(1);
    assertThat(alone.findElement(By.tagName("ul")).isDisplayed()).isFalse();
    alone.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
    assertThat(alone.findElement(By.tagName("ul")).isDisplayed()).isTrue();
    assertThat(
            alone.findElements(By.tagName("li")).stream()
                .map(line -> line.getDomProperty("textContent"))
                .map(BrowserTest::onOneLine))
        .containsExactly(
            "changes: ~ cloudwatch LogGroup ap-south-2-cell-01-flow-logs, update",
            "goes: − retentionInDays: 365",
            "comes: + retentionInDays: 731",
            "goes: − dynamodb Table ap-south-2-cell-01-jobs, delete",
            "comes: + sqs Queue ap-south-2-cell-01-queue, create",
            "comes: + name: ap-south-2-cell-01-queue");
    // THEN the map has a mark on each cell that changes, and on no other
    assertThat(
            browser.executeScript(
                "return [...document.querySelectorAll('.map a')].filter((it) =>"
                    + " it.querySelector('circle.changed')).map((it) => it.dataset.stack)"))
        .isEqualTo(List.of("eu-west-1-cell-03", "ap-south-1-cell-01", "ap-south-2-cell-01"));
  }

  @Test
  void should_show_the_blast_radius_and_what_is_above_its_budget() {
    // WHEN
    open("changed.html");
    // THEN
    assertThat(texts("#blast thead th"))
        .containsExactly(
            "What fails",
            "Users",
            "Of all",
            "Of eu",
            "Of in",
            "Of us",
            "Budget",
            "The farthest",
            "What stands against it");
    assertThat(texts("#blast tbody tr th"))
        .containsExactly(
            "node one machine of a cluster",
            "availability zone one availability zone, for every stack in it",
            "cluster one cluster, and with it its cell",
            "region one region, with its cells and its edge",
            "configuration a wrong change, deployed as it is",
            "data data that is corrupt or deleted",
            "dependency something that several stacks rest on",
            "noisy neighbour a tenant that takes what is meant for all");
    assertThat(texts("#blast tbody tr.violation td"))
        .containsExactly(
            "1,000,000",
            "up to 100%",
            "100%",
            "100%",
            "100%",
            "5%, over",
            "what was not planned",
            "");
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(it -> onOneLine(it.getText()))
        .toList();
  }

  private static String onOneLine(@Nullable String text) {
    return String.valueOf(text).replaceAll("\\s+", " ").strip();
  }

  @Test
  void should_not_obey_what_others_wrote() {
    // WHEN
    open("hostile.html");
    // THEN
    assertThat(browser.executeScript("return typeof window.stolen")).isEqualTo("undefined");
    assertThat(browser.findElements(By.cssSelector("img, iframe, object, embed"))).isEmpty();
    assertThat(browser.findElements(By.tagName("script"))).hasSize(1);
    assertThat(css("#waivers tbody tr td:nth-child(4)").getText())
        .startsWith("\"><img src=x onerror=alert(1)><script>")
        .contains("\\u202e");
  }

  @Test
  void should_refuse_a_script_that_is_not_its_own() {
    // GIVEN
    open("example.html");
    // WHEN
    browser.executeScript(
        "const it = document.createElement('script'); it.textContent = 'window.stolen = 1';"
            + " document.body.append(it); new Image().src = 'https://cellwall.invalid/x.png'");
    // THEN
    assertThat(browser.executeScript("return typeof window.stolen")).isEqualTo("undefined");
    assertThat(drain(LogType.BROWSER))
        .hasSize(2)
        .allMatch(entry -> entry.getMessage().contains("Content Security Policy"));
  }

  @Test
  void should_filter_by_words_and_clear_the_filter_with_escape() {
    // GIVEN
    open("example.html");
    // WHEN
    press("/");
    press("zone:in planned");
    // THEN
    assertThat(focused()).isEqualTo("query");
    assertThat(shown()).containsExactly("ap-south-1-cell-02");
    assertThat(css("#found").getText()).isEqualTo("1 of 6 stacks");
    assertThat(css("a[data-stack='ap-south-2-cell-01']").getDomAttribute("class")).isEqualTo("dim");
    // WHEN
    press(Keys.ESCAPE);
    // THEN
    assertThat(shown()).hasSize(6);
    // WHEN
    press("nowhere");
    // THEN
    assertThat(shown()).isEmpty();
    assertThat(css("#nothing").getText()).isEqualTo("No stack has all these words.");
  }

  @Test
  void should_be_used_by_the_keyboard_alone() {
    // GIVEN
    open("example.html");
    // WHEN
    press("j");
    press("j");
    press(Keys.ENTER);
    // THEN
    assertThat(focused()).isEqualTo("edge-ap-south-1");
    assertThat(css("#edge-ap-south-1").getDomAttribute("open")).isNotNull();
    // WHEN
    press("k");
    // THEN
    assertThat(focused()).isEqualTo("edge-in");
    // WHEN
    press("?");
    // THEN
    assertThat(css("#keys").isDisplayed()).isTrue();
    // WHEN
    press(Keys.ESCAPE);
    // THEN
    assertThat(css("#keys").isDisplayed()).isFalse();
    // WHEN
    press("t");
    press("t");
    // THEN
    assertThat(css("html").getDomAttribute("data-theme")).isEqualTo("dark");
    // WHEN
    browser.executeScript("document.querySelector(\"a[data-stack='ap-south-2-cell-01']\").focus()");
    press(Keys.ENTER);
    // THEN
    assertThat(focused()).isEqualTo("ap-south-2-cell-01");
    assertThat(css("#ap-south-2-cell-01 .body").isDisplayed()).isTrue();
  }

  @Test
  void should_leave_single_keys_alone_when_told_to() {
    // GIVEN
    open("example.html");
    browser.executeScript("document.getElementById('single').checked = false");
    // WHEN
    css("body").sendKeys("t");
    // THEN
    assertThat(css("html").getDomAttribute("data-theme")).isNull();
  }

  @Test
  void should_print_every_stack_opened_and_no_navigation() {
    // GIVEN
    open("example.html");
    // WHEN
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    // THEN
    try {
      assertThat(
              browser.executeScript(
                  "return [...document.querySelectorAll('details.stack .body')].every((it) =>"
                      + " it.getBoundingClientRect().height > 100)"))
          .isEqualTo(true);
      assertThat(css("nav").isDisplayed()).isFalse();
      assertThat(css(".tools").isDisplayed()).isFalse();
    } finally {
      browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void should_be_read_by_everybody(String theme) throws IOException {
    // GIVEN
    open("changed.html");
    browser.executeScript(
        "document.querySelectorAll('details').forEach((it) => { it.open = true })");
    browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
    press("e");
    browser.executeScript(axe());
    // WHEN
    Object found =
        browser.executeAsyncScript(
            "const done = arguments[0]; axe.run().then((r) => done(JSON.stringify(r.violations.map("
                + "(v) => ({rule: v.id, at: v.nodes.map((n) => n.html.slice(0, 160)"
                + " + ' ' + n.failureSummary).slice(0, 3)})))))");
    JsonNode violations = JsonMapper.shared().readTree(String.valueOf(found));
    // THEN
    assertThat(StreamSupport.stream(violations.spliterator(), false).map(JsonNode::toString))
        .isEmpty();
  }

  @Test
  void should_fit_a_phone_without_scrolling_sideways() {
    // GIVEN
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    try {
      // WHEN
      open("changed.html");
      press("e");
      // THEN
      assertThat(
              browser.executeScript(
                  "const width = document.documentElement.clientWidth; return"
                      + " [...document.querySelectorAll('body *:not(.skip, .unseen, .scroll *)')]"
                      + ".filter((it) => it.getBoundingClientRect().right > width + 1)"
                      + ".map((it) => it.outerHTML.slice(0, 120))"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .isEmpty();
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  /** How long it takes is printed, and not asserted: that depends on the machine. */
  @Test
  void should_show_two_hundred_cells() {
    // GIVEN
    write("many.html", Examples.withCells(200));
    // WHEN
    open("many.html");
    // THEN
    assertThat(browser.findElements(By.cssSelector("rect.tile"))).hasSizeGreaterThan(195);
    assertThat(drain(LogType.BROWSER)).isEmpty();
    System.out.println(
        "200 cells: "
            + browser.executeScript(
                "const n = performance.getEntriesByType('navigation')[0],"
                    + " p = performance.getEntriesByName('first-contentful-paint')[0];"
                    + " return `${document.querySelectorAll('*').length} elements, parsed after"
                    + " ${Math.round(n.domContentLoadedEventEnd)} ms, loaded after"
                    + " ${Math.round(n.loadEventEnd)} ms, painted after"
                    + " ${p ? Math.round(p.startTime) : '?'} ms`"));
  }

  private static String axe() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
