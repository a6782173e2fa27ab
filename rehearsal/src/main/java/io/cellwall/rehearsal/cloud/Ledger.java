package io.cellwall.rehearsal.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened in one account, a line of JSON for each call, and so what exists in it.
 *
 * <p>Safe for many threads and processes, and against being killed: a line is written at once and
 * forced to the disk before the call is answered; a line that was not finished never happened.
 */
final class Ledger {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  // A file of its own: closing any channel of a file gives up the process's locks on it.
  private final Path lockFile;
  private final Account account;
  // How often something was created for each URN.
  private final Map<String, Integer> made = new HashMap<>();
  private long read;

  Ledger(Path folder, AccountId id, Account.World world) {
    this.file = folder.resolve(id.value() + ".jsonl");
    this.lockFile = folder.resolve(id.value() + ".lock");
    this.account = new Account(id, world);
  }

  /**
   * Where the digits of what is created next are drawn from: no two creations have the same, and a
   * stack that is made again elsewhere, in whatever order, has the same as before.
   */
  String seed(Order order) {
    return order.urn() + " " + account.id() + " " + made.getOrDefault(order.urn(), 0);
  }

  Account account() {
    return account;
  }

  /** Does the work while no other thread or process changes the account. */
  synchronized <T> T exclusively(Supplier<T> work) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel guard =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = guard.lock()) {
        assert lock.isValid();
        catchUp();
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger " + file + " cannot be used", e);
    }
  }

  /** Reads what others wrote; a line that they are just writing is left for later. */
  synchronized void refresh() {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      apply(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger " + file + " cannot be read", e);
    }
  }

  private void catchUp() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      apply(channel);
      if (channel.size() > read) {
        // Whoever began this line was killed before it was whole.
        channel.truncate(read);
      }
    }
  }

  private void apply(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size <= read) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size - read));
    while (buffer.hasRemaining() && channel.read(buffer, read + buffer.position()) >= 0) {
      // Until all is read.
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte each : buffer.array()) {
      if (each != '\n') {
        line.write(each);
        continue;
      }
      read += line.size() + 1L;
      apply(JSON.readTree(line.toByteArray()));
      line.reset();
    }
  }

  private void apply(JsonNode line) {
    count(line);
    switch (line.get("call").asString()) {
      case "create", "update" -> account.put(object(line));
      case "delete" ->
          account
              .find(
                  line.get("type").asString(),
                  Region.parse(line.get("region").asString()),
                  line.get("id").asString())
              .ifPresent(account::remove);
      default -> {
        // A refusal changes nothing.
      }
    }
  }

  private void count(JsonNode line) {
    if (line.get("call").asString().equals("create")) {
      made.merge(line.get("urn").asString(), 1, Integer::sum);
    }
  }

  private CloudObject object(JsonNode line) {
    return new CloudObject(
        new Order(
            line.get("urn").asString(),
            line.get("type").asString(),
            line.get("name").asString(),
            new Place(account.id(), Region.parse(line.get("region").asString())),
            ValueJson.fields(line.get("inputs"))),
        line.get("id").asString(),
        ValueJson.fields(line.get("outputs")));
  }

  /** Writes that something was created or updated. */
  void wrote(String call, CloudObject object) {
    ObjectNode line = line(call, object.order());
    line.put("id", object.id());
    line.set("inputs", ValueJson.write(object.inputs()));
    line.set("outputs", ValueJson.write(object.outputs()));
    append(line);
    account.put(object);
  }

  /** Writes that something was deleted. */
  void deleted(CloudObject object) {
    append(line("delete", object.order()).put("id", object.id()));
    account.remove(object);
  }

  /** Writes that a call was refused. */
  void refused(String call, Order order, Refusal refusal) {
    append(line("refused " + call, order).put("reason", String.valueOf(refusal.getMessage())));
  }

  private static ObjectNode line(String call, Order order) {
    return JSON.createObjectNode()
        .put("call", call)
        .put("urn", order.urn())
        .put("type", order.type())
        .put("name", order.name())
        .put("region", order.place().region().code());
  }

  private void append(ObjectNode line) {
    byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer, read + buffer.position());
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger " + file + " cannot be written", e);
    }
    read += bytes.length;
    count(line);
  }
}
