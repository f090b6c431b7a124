// Writes the next migration of both databases under one name: npm run db:generate -- what-changes
import { isOnOwnNode } from "./setup/node/own-node.mjs";
import { main, mustRun, Stop } from "./setup/run.mjs";
import { program } from "./setup/checkout.mjs";

await main(async () => {
  if (!isOnOwnNode()) return;
  const name = process.argv[2];
  if (!/^[a-z0-9-]+$/.test(name ?? ""))
    throw new Stop("Say in small letters what changes: npm run db:generate -- add-hub-hours");
  for (const dialect of ["sqlite", "postgres"]) {
    const args = ["generate", "--config", `db/drizzle.${dialect}.config.ts`, "--name", name.replaceAll("-", "_")];
    await mustRun(`drizzle-kit (${dialect})`, [process.execPath, program("drizzle-kit/bin.cjs"), ...args]);
  }
});
