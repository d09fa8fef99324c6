/** The floors and the street of docs/architecture.md, kept by a tool. */
const street = [
  "identity",
  "suppliers",
  "catalogue",
  "pricing",
  "sourcing",
  "quotations",
  "contracts",
  "orders",
  "payments",
  "fulfilment",
  "settlement",
  "reviews",
  "documents",
  "notifications",
  "wechat",
];
const rooms = street.join("|");
const low = "\\.(table|store|client)\\.ts$";
const edge = "\\.(graphql|webhook|worker)\\.ts$";

/** A plain `.ts` file of a room is a rule. */
const rule = `^api/src/(${rooms})/[^.]+\\.ts$`;

const downstream = street.slice(0, -1).map((room, index) => ({
  name: `street-${room}`,
  comment: "Rules and edges look upstream, never downstream.",
  severity: "error",
  from: { path: `^api/src/${room}/([^.]+|.*\\.graphql)\\.ts$` },
  to: { path: `^api/src/(${street.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "kernel-imports-nothing",
      severity: "error",
      from: { path: "^api/src/kernel/", pathNot: "\\.spec\\.ts$" },
      to: { pathNot: "^api/src/kernel/" },
    },
    {
      name: "platform-knows-no-room",
      severity: "error",
      from: { path: "^api/src/platform/" },
      to: { path: `^api/src/(${rooms}|http)/` },
    },
    {
      name: "rules-are-pure",
      comment:
        "A rule imports the kernel and rules; of the platform only the words of viewer.ts; hashes and ciphers are pure.",
      severity: "error",
      from: { path: rule },
      to: { pathNot: [`^api/src/kernel/`, rule, "^api/src/platform/viewer\\.ts$", "^(node:)?crypto$"] },
    },
    {
      name: "stores-stay-low",
      severity: "error",
      from: { path: `^api/src/(${rooms})/.*${low}` },
      to: { path: `(\\.flow\\.ts$|${edge})` },
    },
    {
      name: "stores-stay-home",
      severity: "error",
      from: { path: `^api/src/(${rooms})/.*${low}` },
      to: { path: `^api/src/(${rooms})/.*${low}`, pathNot: "^api/src/$1/" },
    },
    {
      name: "flows-call-no-flow",
      severity: "error",
      from: { path: "\\.flow\\.ts$" },
      to: { path: `(\\.flow\\.ts$|${edge})` },
    },
    {
      name: "steps-are-below-flows",
      severity: "error",
      from: { path: "\\.step\\.ts$" },
      to: { path: `(\\.flow\\.ts$|${edge})` },
    },
    {
      name: "edges-call-flows-not-steps",
      severity: "error",
      from: { path: edge },
      to: { path: "\\.step\\.ts$" },
    },
    {
      name: "edges-read-their-own-store",
      severity: "error",
      from: { path: `^api/src/(${rooms})/.*${edge}` },
      to: { path: `^api/src/(${rooms})/.*${low}`, pathNot: "^api/src/$1/" },
    },
    {
      name: "typeorm-only-low",
      severity: "error",
      from: { path: "^api/src/", pathNot: [low, "^api/src/platform/"] },
      to: { path: "node_modules/typeorm" },
    },
    {
      name: "type-graphql-only-at-the-edge",
      severity: "error",
      from: { path: "^api/src/", pathNot: [edge, "^api/src/platform/", "^api/src/schema\\.ts$"] },
      to: { path: "node_modules/type-graphql" },
    },
    {
      name: "top-floor-is-not-imported",
      severity: "error",
      from: { path: `^api/src/(kernel|platform|${rooms})/` },
      to: { path: "^api/src/(http/|[^/]+\\.ts$)" },
    },
    ...downstream,
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/dist/|/gql/|\\.spec\\.ts$)" },
    tsPreCompilationDeps: true,
  },
};
