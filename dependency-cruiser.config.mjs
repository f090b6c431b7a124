// The law of the house: imports point down the stairs, app → server → db → domain. Each rule says why in its comment, and the
// check fails when it read fewer modules than the house has (scripts/checks/law/import-law.ts).

const TEST = "\\.test\\.tsx?$";
const PACKAGES = ["npm", "npm-dev", "npm-optional", "npm-peer", "core"];

const floor = (name, from, mayUse, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST },
  to: { pathNot: `${mayUse}|node_modules/`, dependencyTypesNot: PACKAGES },
});

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const PURE_PACKAGES = "node_modules/(zod|currency-codes|temporal-polyfill|temporal-spec)/";
const ENGINES =
  "node_modules/(drizzle-orm/(pg|sqlite|mysql)-core|drizzle-orm/(better-sqlite3|node-postgres)|pg|better-sqlite3)/";
const ACTOR_MAKERS = "^(server/platform/(session|api-key-gate|endpoint)\\.ts|server/(worker|demo)/|db/seed/)";

export default {
  forbidden: [
    floor("domain-knows-nothing", "^domain/", "^domain/", "Rules are pure: they import other rules only."),
    rule(
      "domain-has-pure-packages-only",
      "No I/O, clock, randomness or framework can reach a rule; zod, currency-codes and temporal-polyfill have none.",
      { path: "^domain/", pathNot: TEST },
      { dependencyTypes: PACKAGES, pathNot: PURE_PACKAGES },
    ),
    floor("db-knows-domain", "^db/(?!seed/)", "^(db|domain)/", "Storage maps domain values to rows and back."),
    floor(
      "seed-knows-server",
      "^db/seed/",
      "^(db|server|domain)/",
      "The demo market is made through commands, as people would make it.",
    ),
    rule(
      "seed-is-not-a-library",
      "Nothing that serves a request may reach what fills a demo database.",
      { path: "^(app|components|domain|server|db/(?!seed/))", pathNot: TEST },
      { path: "^db/seed/" },
    ),
    floor(
      "server-knows-db-and-domain",
      "^server/",
      "^(server|db|domain)/",
      "Commands never import pages or components.",
    ),
    floor(
      "components-see-domain-only",
      "^components/",
      "^(components|domain)/",
      "Components get data and actions as props.",
    ),
    floor(
      "app-opens-doors",
      "^app/",
      "^(app|components|server|domain)/",
      "A page puts queries, commands and components together, and nothing else.",
    ),
    rule(
      "app-never-touches-db",
      "Pages read through queries, actions write through commands.",
      { path: "^(app/|proxy\\.ts|instrumentation)" },
      { path: "^db/" },
    ),
    rule(
      "queries-never-write",
      "A query that imports a command hides a write behind a read.",
      { path: "^server/queries/", pathNot: TEST },
      { path: "^server/(commands|reactions|worker)/" },
    ),
    rule(
      "only-gates-mint-actors",
      "An Actor is the proof that somebody was checked: only the session gate, the key gate, the worker and the demo builder make one.",
      { path: ".*", pathNot: `${ACTOR_MAKERS}|${TEST}|^test/` },
      { path: "^server/platform/mint-actor\\.ts$" },
    ),
    rule(
      "one-dialect-door",
      "Only db/dialect, the drivers and the migration runner know which database this is.",
      {
        path: "^(app|server|domain|components|db)/",
        pathNot: `^db/(dialect/|drivers/|migrate\\.ts|prepare-database\\.ts)|${TEST}`,
      },
      { path: ENGINES, dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "no-tests-in-code",
      "What serves requests must not need what tests bring.",
      { path: "^(app|server|domain|components|db)/", pathNot: TEST },
      { path: `^(test|e2e)/|${TEST}` },
    ),
    rule(
      "no-cycles",
      "Two modules that need each other are one module, or hide a third.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule(
      "no-orphans",
      "A module that nothing imports and that imports nothing is dead.",
      { orphan: true, pathNot: "^(app|e2e|scripts|bench|test)/|\\.d\\.ts$|\\.config\\.|^db/schema/" },
      {},
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/(?!(zod|currency-codes|temporal|drizzle-orm|pg|better-sqlite3)))" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
