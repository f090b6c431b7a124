// A process of its own over a test's market: its worker runs while some clients revise their bids, and in the end it says how they were answered.
import { setTimeout as pause } from "node:timers/promises";
import { count, isNull } from "drizzle-orm";
import { openDatabase } from "@/db/open-database";
import { outbox } from "@/db/schema/notices";
import { HOUR_MS, instant } from "@/domain/shared/time";
import { reviseBid } from "@/server/bidding/submit-bid";
import { execute } from "@/server/platform/execute";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platformOver } from "@/server/platform/platform";
import { startWorker } from "@/server/worker/main";
import { offerOfThree } from "./bidding-market";
import { START } from "./posting-market";

const { bidIds, clients, revisions, serial } = JSON.parse(process.argv[2] ?? "") as {
  readonly bidIds: readonly [string, string];
  readonly clients: number;
  readonly revisions: number;
  /** Which of the processes it is: no other names its prices. */
  readonly serial: number;
};
const DELIVERED_MAX_MS = 60_000;

const on = {
  ...platformOver(openDatabase(), () => instant(START + HOUR_MS + Math.round(performance.now()))),
  isMetered: false,
};
const worker = startWorker(on);
const answers: Record<string, number> = {};
const note = (answer: string) => {
  answers[answer] = (answers[answer] ?? 0) + 1;
};

/** One of a provider's people, who sends one price after another. */
async function revise(client: number): Promise<void> {
  const [organisationId, bidId] = client % 2 === 0 ? ["provider", bidIds[0]] : ["provider2", bidIds[1]];
  const actor = mintActor({ kind: "user", userId: `user-${organisationId}`, organisationId, role: "owner" });
  for (let at = 0; at < revisions; at++) {
    const input = { bidId, ...offerOfThree("CNY", [130_000 - at * 20 - client * 2 - serial, 144_676, 14_000]) };
    await execute(reviseBid, { actor, input }, on).then(
      (outcome) => note(outcome.kind === "refused" ? outcome.refusal.code : outcome.kind),
      (error: unknown) => note(`fault ${(error as { code?: string }).code}`),
    );
  }
}

const waiting = async () =>
  (await on.database.read.select({ rows: count() }).from(outbox).where(isNull(outbox.deliveredAt)))[0]?.rows ?? 0;

const startMs = performance.now();
await Promise.all(Array.from({ length: clients }, (_, client) => revise(client)));
const seconds = (performance.now() - startMs) / 1000;
const untilMs = performance.now() + DELIVERED_MAX_MS;
while ((await waiting()) > 0 && performance.now() < untilMs) await pause(100);
await worker.stop();
console.log(`answers ${JSON.stringify({ answers, seconds })}`);
process.exit(0);
