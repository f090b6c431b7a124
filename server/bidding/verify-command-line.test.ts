import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import type { Database } from "@/db/database";
import { bids } from "@/db/schema/requests";
import { proofOf } from "@/server/bidding/queries/proof";
import { toWire } from "@/views/fields";
import { proof as proofSchema } from "@/views/proofs";
import { biddingMarket } from "@/test/bidding-market";
import { tempFolder } from "@/test/temp-folder";

// Each starts the command several times, on a machine that may be busy.
const COMMAND_MS = 120_000;

async function addressOf({ dialect, read }: Database): Promise<string> {
  if (dialect === "sqlite") {
    const [main] = await read.select({ file: sql<string>`file` }).from(sql`pragma_database_list`).limit(1);
    return `file:${main?.file}`;
  }
  const [current] = await read.select({ name: sql<string>`current_database` }).from(sql`current_database()`);
  return inject("template").replace(/[^/]*$/, current?.name ?? "");
}

function verify(args: readonly string[], address = "file:/nowhere") {
  const env = { ...process.env, DATABASE_URL: address };
  const node = ["--conditions=react-server", "--import", "tsx", "scripts/verify-request.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { env, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

test(
  "the command ends with 0 where nothing is wrong, with 1 and its name where something is, without a server",
  async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    await of.closeAtItsTime();
    const address = await addressOf(of.database);
    const right = verify([of.requestId], address);
    expect(right, right.said).toMatchObject({ status: 0 });
    expect(right.said).toContain("nothing is wrong");
    await of.database.write((tx) => tx.update(bids).set({ totalMinor: 1n }));
    const wrong = verify([of.requestId], address);
    expect(wrong.status).toBe(1);
    expect(wrong.said).toContain(`the total, currency or validity shown of bid ${bidId} is not that of its version`);
    expect(verify(["no-such-request"], address)).toMatchObject({
      status: 1,
      said: "There is no request no-such-request\n",
    });
  },
  COMMAND_MS,
);

test(
  "a downloaded proof is checked without any database",
  async () => {
    const of = await biddingMarket();
    await of.bid();
    await of.closeAtItsTime();
    const proof = await proofOf(of.database.read, of.actors.visitor, { id: of.requestId, receipt: null });
    if (!proof) throw new Error("the proof is public");
    const file = join(tempFolder("proof"), "proof.json");
    const text = JSON.stringify(toWire(proofSchema, proof));
    writeFileSync(file, text);
    expect(verify(["--file", file])).toMatchObject({ status: 0 });
    const leaf = proof.list?.leaves[0]?.leaf ?? "";
    writeFileSync(file, text.replaceAll(leaf, `${leaf[0] === "0" ? "1" : "0"}${leaf.slice(1)}`));
    const said = verify(["--file", file]);
    expect(said).toMatchObject({ status: 1 });
    expect(said.said).toContain("leaf 1 was altered");
    expect(verify(["--file", "no-such-file"]).status).toBe(1);
    expect(verify([]).said).toContain("Usage");
  },
  COMMAND_MS,
);
