package io.cellwall.policies.network;

import io.cellwall.policies.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A random network of a few cells with one instance in each subnet; and a simulator that pushes one
 * packet at a time through it, in the plainest way, knowing nothing of the engine.
 */
final class TinyNetwork {

  static final int[] PORTS = {22, 443, 8080, 5000};

  /** The third is one that no rule names, but rules for all protocols let pass. */
  static final int[] PROTOCOLS = {6, 17, 47};

  /** Allows or denies traffic with a block. Port 0 stands for all, protocol 0 likewise. */
  record Rule(boolean allow, String block, int protocol, int port) {
    boolean matches(String far, int packetProtocol, int packetPort) {
      return in(far, block)
          && (protocol == 0 || (protocol == packetProtocol && (port == 0 || port == packetPort)));
    }
  }

  /** A subnet with its instance. Routes lead to "peer 2", "tgw" or "igw". */
  static final class Sub {
    final String block;
    final String address;
    final List<Rule> groupIn = new ArrayList<>();
    final List<Rule> groupOut = new ArrayList<>();
    final List<Rule> aclIn = new ArrayList<>();
    final List<Rule> aclOut = new ArrayList<>();
    final Map<String, String> routes = new TreeMap<>();
    boolean acl;

    Sub(int cell, int number) {
      block = "10." + cell + "." + number + ".0/24";
      address = "10." + cell + "." + number + ".10";
    }
  }

  final List<List<Sub>> cells = new ArrayList<>();
  final Set<String> peerings = new TreeSet<>();
  final Set<Integer> attached = new TreeSet<>();
  final Set<Integer> propagated = new TreeSet<>();
  final Map<String, Integer> statics = new TreeMap<>();

  static TinyNetwork random(long seed) {
    Random random = new Random(seed);
    TinyNetwork network = new TinyNetwork();
    int count = 2 + random.nextInt(2);
    for (int cell = 0; cell < count; cell++) {
      List<Sub> subs = new ArrayList<>();
      for (int number = 0; number < 1 + random.nextInt(2); number++) {
        subs.add(new Sub(cell, number));
      }
      network.cells.add(subs);
    }
    List<String> blocks = network.blocks();
    for (int cell = 0; cell < count; cell++) {
      for (int other = cell + 1; other < count; other++) {
        if (random.nextInt(3) > 0) {
          network.peerings.add(cell + "-" + other);
        }
      }
      if (random.nextInt(3) > 0) {
        network.attached.add(cell);
        if (random.nextInt(3) > 0) {
          network.propagated.add(cell);
        }
      }
      for (Sub sub : network.cells.get(cell)) {
        network.fill(random, cell, sub, blocks);
      }
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      int target = random.nextInt(count + 1) - 1;
      if (target < 0 || network.attached.contains(target)) {
        network.statics.put(pick(random, blocks), target);
      }
    }
    return network;
  }

  private List<String> blocks() {
    List<String> blocks = new ArrayList<>(List.of("0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/15"));
    for (int cell = 0; cell < cells.size(); cell++) {
      blocks.add("10." + cell + ".0.0/16");
      for (Sub sub : cells.get(cell)) {
        blocks.add(sub.block);
        blocks.add(sub.address + "/32");
      }
    }
    return blocks;
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void fill(Random random, int cell, Sub sub, List<String> blocks) {
    rules(random, blocks, sub.groupIn, false);
    rules(random, blocks, sub.groupOut, false);
    sub.acl = random.nextInt(3) == 0;
    rules(random, blocks, sub.aclIn, true);
    rules(random, blocks, sub.aclOut, true);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int peer = random.nextInt(cells.size());
      String peering = Math.min(cell, peer) + "-" + Math.max(cell, peer);
      String target =
          peerings.contains(peering) && random.nextBoolean()
              ? "peer " + peer
              : random.nextInt(4) == 0 ? "igw" : "tgw";
      String block = pick(random, blocks);
      // AWS takes no route as specific as, or more than, the local one but for appliances.
      if (!block.startsWith("10." + cell + ".")) {
        sub.routes.put(block, target);
      }
    }
  }

  private static void rules(Random random, List<String> blocks, List<Rule> rules, boolean denials) {
    for (int i = 0; i < 1 + random.nextInt(denials ? 4 : 2); i++) {
      int protocol = random.nextInt(3) == 0 ? 0 : PROTOCOLS[random.nextInt(2)];
      int port = protocol == 0 || random.nextBoolean() ? 0 : PORTS[random.nextInt(3)];
      boolean allow = !denials || random.nextInt(3) > 0;
      String block = random.nextInt(3) == 0 ? "10.0.0.0/8" : pick(random, blocks);
      rules.add(new Rule(allow, block, protocol, port));
    }
  }

  static boolean in(String address, String block) {
    String[] parts = block.split("/", -1);
    int length = Integer.parseInt(parts[1]);
    long mask = length == 0 ? 0 : -1L << (32 - length);
    return (number(address) & mask) == (number(parts[0]) & mask);
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    return number;
  }

  private static boolean passes(List<Rule> rules, String far, int protocol, int port) {
    for (Rule rule : rules) {
      if (rule.matches(far, protocol, port)) {
        return rule.allow();
      }
    }
    return false;
  }

  /** Whether some packet of one cell gets to an instance of another. */
  boolean reaches(int from, int to) {
    for (Sub source : cells.get(from)) {
      for (Sub target : cells.get(to)) {
        for (int protocol : PROTOCOLS) {
          for (int port : PORTS) {
            if (delivers(from, source, target.address, protocol, port)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean delivers(int cell, Sub source, String to, int protocol, int port) {
    if (!passes(source.groupOut, to, protocol, port)
        || (source.acl && !passes(source.aclOut, to, protocol, port))) {
      return false;
    }
    String own = "10." + cell + ".0.0/16";
    String best = in(to, own) ? own : "";
    for (String block : source.routes.keySet()) {
      boolean longer = best.isEmpty() || length(block) > length(best);
      if (in(to, block) && longer) {
        best = block;
      }
    }
    String target = best.equals(own) ? "local" : source.routes.getOrDefault(best, "");
    if (target.startsWith("peer ")) {
      return receives(Integer.parseInt(target.substring(5)), source.address, to, protocol, port);
    }
    return target.equals("tgw")
        && attached.contains(cell)
        && transits(source.address, to, protocol, port);
  }

  private static int length(String block) {
    return Integer.parseInt(block.substring(block.indexOf('/') + 1));
  }

  private boolean transits(String from, String to, int protocol, int port) {
    int best = -1;
    int target = -1;
    for (int cell : propagated) {
      if (in(to, "10." + cell + ".0.0/16")) {
        best = 16;
        target = cell;
      }
    }
    for (Map.Entry<String, Integer> each : statics.entrySet()) {
      if (in(to, each.getKey()) && length(each.getKey()) >= best) {
        best = length(each.getKey());
        target = each.getValue();
      }
    }
    return target >= 0 && receives(target, from, to, protocol, port);
  }

  private boolean receives(int cell, String from, String to, int protocol, int port) {
    for (Sub sub : cells.get(cell)) {
      if (sub.address.equals(to)) {
        return (!sub.acl || passes(sub.aclIn, from, protocol, port))
            && passes(sub.groupIn, from, protocol, port);
      }
    }
    return false;
  }

  /** The graphs of the cells; the transit gateway is a stack of its own. */
  List<ResourceGraph> graphs() {
    List<StackOf> stacks = new ArrayList<>();
    StackOf hub = new StackOf("hub", "900000000000");
    String tgw =
        hub.add(
            "aws:ec2transitgateway/transitGateway:TransitGateway",
            "tgw",
            "defaultRouteTableAssociation",
            "disable",
            "defaultRouteTablePropagation",
            "disable");
    String table =
        hub.add("aws:ec2transitgateway/routeTable:RouteTable", "table", "transitGatewayId", tgw);
    for (int cell = 0; cell < cells.size(); cell++) {
      StackOf stack = new StackOf("cell-" + cell, "10000000000" + cell);
      String vpc = stack.add(Cells.VPC, "vpc", "cidrBlock", "10." + cell + ".0.0/16");
      stacks.add(stack);
      if (attached.contains(cell)) {
        String attachment =
            stack.add(
                "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
                "attached",
                "transitGatewayId",
                tgw,
                "vpcId",
                vpc);
        hub.add(
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
            "a" + cell,
            "transitGatewayAttachmentId",
            attachment,
            "transitGatewayRouteTableId",
            table);
        if (propagated.contains(cell)) {
          hub.add(
              "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
              "p" + cell,
              "transitGatewayAttachmentId",
              attachment,
              "transitGatewayRouteTableId",
              table);
        }
      }
    }
    Map<String, String> connections = new LinkedHashMap<>();
    for (String peering : peerings) {
      int one = peering.charAt(0) - '0';
      int other = peering.charAt(2) - '0';
      connections.put(
          peering,
          stacks
              .get(one)
              .add(
                  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
                  "peer" + other,
                  "vpcId",
                  stacks.get(one).id(Cells.VPC, "vpc"),
                  "peerVpcId",
                  stacks.get(other).id(Cells.VPC, "vpc")));
    }
    statics.forEach(
        (block, target) -> {
          String name = "s" + block.replace('/', '-');
          if (target < 0) {
            hub.add(
                "aws:ec2transitgateway/route:Route",
                name,
                "destinationCidrBlock",
                block,
                "blackhole",
                true,
                "transitGatewayRouteTableId",
                table);
          } else {
            hub.add(
                "aws:ec2transitgateway/route:Route",
                name,
                "destinationCidrBlock",
                block,
                "transitGatewayAttachmentId",
                stacks
                    .get(target)
                    .id("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "attached"),
                "transitGatewayRouteTableId",
                table);
          }
        });
    for (int cell = 0; cell < cells.size(); cell++) {
      for (int number = 0; number < cells.get(cell).size(); number++) {
        declare(stacks.get(cell), cell, cells.get(cell).get(number), number, tgw, connections);
      }
    }
    List<ResourceGraph> graphs = new ArrayList<>();
    stacks.forEach(stack -> graphs.add(stack.graph()));
    graphs.add(hub.graph());
    return graphs;
  }

  private static void declare(
      StackOf stack, int cell, Sub sub, int number, String tgw, Map<String, String> connections) {
    String vpc = stack.id(Cells.VPC, "vpc");
    String subnet = stack.add(Cells.SUBNET, "s" + number, "vpcId", vpc, "cidrBlock", sub.block);
    String group =
        stack.add(
            Cells.GROUP,
            "g" + number,
            "vpcId",
            vpc,
            "ingress",
            groupRules(sub.groupIn),
            "egress",
            groupRules(sub.groupOut));
    stack.add(
        Cells.INSTANCE,
        "i" + number,
        "subnetId",
        subnet,
        "privateIp",
        sub.address,
        "vpcSecurityGroupIds",
        List.of(group));
    String table = stack.add(Cells.ROUTE_TABLE, "t" + number, "vpcId", vpc);
    stack.add(Cells.ASSOCIATION, "t" + number, "subnetId", subnet, "routeTableId", table);
    sub.routes.forEach(
        (block, target) -> {
          String property = "gatewayId";
          String value = "igw-0123456789abcdef0";
          if (target.equals("tgw")) {
            property = "transitGatewayId";
            value = tgw;
          } else if (target.startsWith("peer ")) {
            int peer = Integer.parseInt(target.substring(5));
            property = "vpcPeeringConnectionId";
            value =
                connections.getOrDefault(
                    Math.min(cell, peer) + "-" + Math.max(cell, peer), "pcx-0123456789abcdef0");
          }
          stack.add(
              Cells.ROUTE,
              "r" + number + block.replace('/', '-'),
              "routeTableId",
              table,
              "destinationCidrBlock",
              block,
              property,
              value);
        });
    if (sub.acl) {
      stack.add(
          "aws:ec2/networkAcl:NetworkAcl",
          "n" + number,
          "vpcId",
          vpc,
          "subnetIds",
          List.of(subnet),
          "ingress",
          aclRules(sub.aclIn),
          "egress",
          aclRules(sub.aclOut));
    }
  }

  private static List<Object> groupRules(List<Rule> rules) {
    List<Object> all = new ArrayList<>();
    for (Rule rule : rules) {
      boolean allPorts = rule.protocol() == 0 || rule.port() == 0;
      all.add(
          StackOf.map(
              "protocol",
              rule.protocol() == 0 ? "-1" : rule.protocol() == 6 ? "tcp" : "udp",
              "fromPort",
              allPorts ? 0 : rule.port(),
              "toPort",
              rule.protocol() == 0 ? 0 : allPorts ? 65535 : rule.port(),
              "cidrBlocks",
              List.of(rule.block())));
    }
    return all;
  }

  private static List<Object> aclRules(List<Rule> rules) {
    List<Object> all = new ArrayList<>();
    // Out of order on purpose: the number decides.
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      boolean allPorts = rule.protocol() == 0 || rule.port() == 0;
      all.add(
          StackOf.map(
              "ruleNo",
              100 + i,
              "action",
              rule.allow() ? "allow" : "deny",
              "protocol",
              rule.protocol() == 0 ? "-1" : String.valueOf(rule.protocol()),
              "fromPort",
              allPorts ? 0 : rule.port(),
              "toPort",
              allPorts ? 65535 : rule.port(),
              "cidrBlock",
              rule.block()));
    }
    return all;
  }
}
