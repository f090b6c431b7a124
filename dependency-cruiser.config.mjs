// The law of the house: imports point down the stairs, app → server → db → domain. Each rule says why in its comment, and the
// check fails when it read fewer modules than the house has (scripts/checks/import-law.ts).

const TEST = "\\.test\\.tsx?$";
const PACKAGES = ["npm", "npm-dev", "npm-optional", "npm-peer", "core"];
const PURE_PACKAGES = "node_modules/(zod|currency-codes|temporal-polyfill|temporal-spec)/";
const ENGINES =
  "node_modules/(drizzle-orm/(pg|sqlite|mysql)-core|drizzle-orm/(better-sqlite3|node-postgres)|pg|better-sqlite3)/";
const ACTOR_MAKERS =
  "^(server/platform/(identity/(session|api-key-gate|field-gate)|api/endpoint)\\.ts|server/worker/|demo/|scripts/)";

/** What one floor may use of the house; which packages it may use is said by other rules. */
const FLOORS = [
  {
    at: "^domain/",
    uses: "^domain/",
    name: "domain-knows-nothing",
    why: "Rules are pure: they import other rules only.",
  },
  {
    at: "^views/",
    uses: "^(views|domain)/",
    name: "views-know-domain",
    why: "A view is a schema of what is read: what it is read from, and what draws it, is not its business.",
  },
  {
    at: "^db/",
    uses: "^(db|domain)/",
    name: "db-knows-domain",
    why: "Storage maps domain values to rows and back.",
  },
  {
    at: "^server/",
    uses: "^(server|views|db|domain)/",
    name: "server-knows-views-db-and-domain",
    why: "Commands never import pages or components.",
  },
  {
    at: "^demo/",
    uses: "^(demo|server|views|db|domain)/",
    name: "demo-plays-by-commands",
    why: "The demo market is made through commands, as people would make it; what is made in rows is held equal to that.",
  },
  {
    at: "^components/",
    uses: "^(components|views|domain)/",
    name: "components-see-views-and-domain-only",
    why: "Components get data and actions as props.",
  },
  {
    at: "^app/(?!own-words[.]|room-words[.])",
    uses: "^(app|components|server|views|domain|db)/",
    name: "app-opens-doors",
    why: "A page puts queries, commands and components together, and nothing else.",
  },
  {
    at: "^app/own-words\\.tsx$",
    uses: "^domain/|^app/room-words\\.tsx$",
    name: "own-words-are-few",
    why: "What stands in place of a page brings its own words; all others come from the server.",
  },
  {
    at: "^app/room-words[.]",
    uses: "^app/words-provider\\.tsx$|^messages/",
    name: "room-words-are-words",
    why: "The scripts of whole rooms' words hold nothing else.",
  },
];

const RULES = [
  {
    name: "domain-has-pure-packages-only",
    comment:
      "No I/O, clock, randomness or framework can reach a rule; zod, currency-codes and temporal-polyfill have none.",
    from: { path: "^domain/", pathNot: TEST },
    to: { dependencyTypes: PACKAGES, pathNot: PURE_PACKAGES },
  },
  {
    name: "app-never-touches-db",
    comment: "Pages read through queries, actions write through commands.",
    from: { path: "^(app/|proxy\\.ts)" },
    to: { path: "^db/" },
  },
  {
    name: "the-demo-is-no-library",
    comment: "Nothing that serves a request may reach what builds the demo market.",
    from: { path: "^(app|components|views|domain|db|server)/", pathNot: TEST },
    to: { path: "^demo/" },
  },
  {
    name: "queries-never-write",
    comment:
      "A query that brings about a write hides it behind a read; that it imports no command, `no command calls a command` holds.",
    from: { path: "^server/[^/]+/(queries/|[a-z-]*queries\\.ts)", pathNot: TEST },
    to: {
      path: "^server/(platform/(command|execute)\\.ts|notices/reactions/|worker/)",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "only-gates-mint-actors",
    comment:
      "An Actor proves that somebody was checked: only the three gates, the worker, the command line and the demo builder make one.",
    from: { path: ".*", pathNot: `${ACTOR_MAKERS}|${TEST}|^test/` },
    to: { path: "^server/platform/identity/mint-actor\\.ts$" },
  },
  {
    name: "one-dialect-door",
    comment: "Only db/dialect, the drivers and the migration runner know which database this is.",
    from: {
      path: "^(app|server|views|domain|components|db)/",
      pathNot: `^db/(dialect/|drivers/|migrate\\.ts|prepare-database\\.ts)|${TEST}`,
    },
    to: { path: ENGINES, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-tests-in-code",
    comment: "What serves requests must not need what tests bring.",
    from: { path: "^(app|server|views|domain|components|db)/", pathNot: TEST },
    to: { path: `^(test|e2e)/|${TEST}` },
  },
  {
    name: "plays-see-examples-only",
    comment:
      "Plays run in bare Node, where what is for the server alone does not load: of the server they see examples and words.",
    from: { path: "^e2e/" },
    to: {
      path: "^(app|server|db|demo)/",
      pathNot: "^server/([^/]+/examples|platform/translate)\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "no-cycles",
    comment: "Two modules that need each other are one module, or hide a third.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-orphans",
    comment: "A module that nothing imports and that imports nothing is dead.",
    from: { orphan: true, pathNot: "^(app|e2e|scripts|bench|test)/|\\.d\\.ts$|\\.config\\.|^db/schema/" },
    to: {},
  },
];

export default {
  forbidden: [
    ...FLOORS.map(({ at, uses, name, why }) => ({
      name,
      comment: why,
      severity: "error",
      from: { path: at, pathNot: TEST },
      to: { pathNot: `${uses}|node_modules/`, dependencyTypesNot: PACKAGES },
    })),
    ...RULES.map((rule) => ({ severity: "error", ...rule })),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
