import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/testing/longest-first";
import { stopOnOldNode } from "./scripts/setup/node/node-floor.mjs";
import "./scripts/setup/typescript/short-imports.mjs";

stopOnOldNode("npm test -- unit FILE");

const alias = {
  "@": import.meta.dirname,
  "server-only": `${import.meta.dirname}/test/server-only.ts`,
  // As a build takes it: outside of one it is that of another router, which draws nothing.
  "next/dynamic": "next/dist/shared/lib/app-dynamic",
};
// Rules keep nothing between calls, and each test of what is stored has a database and a platform of its own: files may share a
// worker, and what it has loaded.
const isolate = false;
// For the workers, and for the processes that tests start.
const shortImports = `--import ${new URL("scripts/setup/typescript/short-imports.mjs", import.meta.url).href}`;
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} ${shortImports}`.trim();
const stored = ["db/**/*.test.ts", "server/**/*.test.ts", "demo/**/*.test.ts"];
// A second house is built for it: the long run does.
const rare = process.env.OTHER_WAYS === "1" ? [] : ["test/fifth-kind/fifth-kind.test.ts"];
// What they ask has nothing to do with the database: the second lane would ask the same again.
const storesNothing = [
  "db/reference/**/*.test.ts",
  "server/bidding/field-of-bid.test.ts",
  "server/deals/clerk-model-over-texts.test.ts",
  "server/front-door/answer-visitor.test.ts",
  "server/front-door/front-door.test.ts",
  "server/front-door/kept-pages.test.ts",
  "server/front-door/page-limit.test.ts",
  "server/front-door/page-pieces.test.ts",
  "server/front-door/unread-body.test.ts",
  "server/front-door/visit.test.ts",
  "server/inspections/fonts/flat-outline.test.ts",
  "server/platform/identity/open-session-cookie.test.ts",
  "demo/plan/**/*.test.ts",
  "demo/play/play-deal.test.ts",
  "demo/play/steps/drawings.test.ts",
  "demo/night.test.ts",
];
// Each starts processes of the product or writes a bulk market. SQLite's lane asks them every day, and the long run asks PostgreSQL.
const rareOnServer =
  process.env.OTHER_WAYS === "1"
    ? []
    : [
        "demo/bulk/bulk-market.test.ts",
        "demo/killed-seeding.test.ts",
        "server/bidding/verify-command-line.test.ts",
        "server/platform/process/start-with-keys.test.ts",
      ];
// They ask of PostgreSQL what SQLite has no word for.
const needsServer = [
  "db/drivers/postgres*.test.ts",
  "db/drivers/bring-over.test.ts",
  "server/worker/random-trade.test.ts",
  "server/worker/two-processes.test.ts",
];

// Asked of the demo market that a run has made; it says where.
const market = process.env.MARKET_DATA
  ? [
      {
        resolve: { alias },
        test: {
          ...{ name: "market", isolate, env: { NODE_OPTIONS } },
          ...{ include: ["test/market/*.market.ts"], testTimeout: 60_000 },
        },
      },
    ]
  : [];

// Rules once; commands, queries and repositories in two lanes, one a database.
export default defineConfig({
  test: {
    // One more than there are cores: a worker often waits for PostgreSQL or for a process that it has started.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "rules",
          isolate,
          env: { NODE_OPTIONS },
          testTimeout: 30_000,
          include: [
            "domain/**/*.test.ts",
            "views/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "scripts/**/*.test.{ts,mjs}",
            "test/**/*.test.ts",
            "bench/**/*.test.ts",
          ],
          exclude: rare,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sqlite",
          isolate,
          include: stored,
          exclude: needsServer,
          globalSetup: ["test/sqlite-lane.ts"],
          env: { DATABASE_URL: "", KOUAN_ENV: "test", NODE_OPTIONS },
          setupFiles: ["test/lane-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "postgres",
          isolate,
          include: stored,
          exclude: [...storesNothing, ...rareOnServer],
          globalSetup: ["test/postgres-lane.ts"],
          env: {
            ...{ DATABASE_URL: "postgres://lane", KOUAN_ENV: "test", NODE_OPTIONS },
            PG_STATEMENT_TIMEOUT_MS: "30000",
          },
          setupFiles: ["test/lane-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      ...market,
    ],
  },
});
