import { EXPORTER } from "../../domain/services/examples";
import { findBidOf, versionsOf } from "../../db/repositories/bidding";
import { disqualificationsOf, findCounterOffer, listDueCures } from "../../db/repositories/decisions";
import { findDebrief } from "../../db/repositories/award";
import { type LogEntry, logAfter } from "../../db/repositories/request-log";
import { findRequest } from "../../db/repositories/requests";
import type { Database } from "../../db/database";
import type { Actor } from "../../domain/access/policy";
import { type Instant, instant, toIso } from "../../domain/shared/time";
import type { Refusal } from "../../domain/shared/result";
import { runOutCure } from "../../server/award/disqualify-bid";
import type { Command } from "../../server/platform/command";
import { execute, type Outcome } from "../../server/platform/execute";
import { type Platform, platformOver } from "../../server/platform/platform";
import { biddingMarket, SYSTEM } from "../bidding-market";
import { restartableDatabase } from "../database";
import { START } from "../posting-market";

export const PROVIDERS = ["provider", "provider2"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Two that read what happens to the request, each from where it left off. */
export const READERS = ["one", "other"] as const;
export type Reader = (typeof READERS)[number];

/** How many counter-offers were published. */
export const ROUNDS = 2;

/** The power went out: what was written before is lost unless it was on the disk. */
export class PowerCut extends Error {}

/**
 * The real market of one sealed request that two people open: commands by their own way, a clock, and a process that may end at any
 * moment and start again over what the database kept.
 */
export async function realMarket() {
  const copy = await restartableDatabase();
  let database = copy.open();
  const made = await biddingMarket(
    { twoPersonOpening: true, mayCloseEarly: true, negotiationRounds: ROUNDS },
    database,
  );
  const { requestId, actors } = made;
  let now: Instant = START;
  const heard: Record<Reader, LogEntry[]> = { one: [], other: [] };
  const platformOn = (over: Database): Platform => ({ ...platformOver(over, () => now), isMetered: false });

  /** A database whose process dies after all was written and before it was committed. */
  const dying = (): Database => ({
    ...database,
    read: database.read,
    write: (work) =>
      database.write(async (tx) => {
        await work(tx);
        throw new PowerCut();
      }),
  });

  return {
    requestId,
    actors: { ...actors, provider: actors.provider, provider2: actors.provider2 } as Record<string, Actor>,
    now: () => now,
    pass: (ms: number) => {
      now = instant(now + ms);
    },
    platform: () => platformOn(database),
    run: <Input, Output, R extends Refusal>(
      command: Command<Input, Output, R>,
      by: Actor,
      input: unknown,
    ): Promise<Outcome<Output>> => execute(command, { actor: by, input }, platformOn(database)),
    /** The same call in a process that dies before the commit; nobody was answered. */
    cutOff: async <Input, Output, R extends Refusal>(command: Command<Input, Output, R>, by: Actor, input: unknown) => {
      try {
        await execute(command, { actor: by, input }, platformOn(dying()));
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
    },
    restart: async () => {
      await database.close();
      database = copy.open();
    },
    request: async () => {
      const request = await findRequest(database.read, requestId);
      if (!request) throw new Error("the request is gone");
      return request;
    },
    bidOf: (organisationId: Provider) => findBidOf(database.read, { requestId, organisationId }),
    versionsOf: async (bidId: string) => versionsOf(database.read, bidId),
    disqualifications: () => disqualificationsOf(database.read, requestId),
    counterOffer: (id: string) => findCounterOffer(database.read, id),
    debriefOf: (bidId: string) => findDebrief(database.read, bidId),
    /** The clock comes to what is being mended, and to nothing else yet. */
    endCures: async () => {
      for (const { id } of await listDueCures(database.read, now, 10))
        await execute(runOutCure, { actor: SYSTEM, input: { disqualificationId: id } }, platformOn(database));
    },
    log: (seq = 0) => logAfter(database.read, { requestId, seq, limit: 1_000 }),
    /** What this reader has not heard yet, at most so many at a time. */
    hear: async (reader: Reader, limit: number) => {
      const seq = heard[reader].at(-1)?.seq ?? 0;
      heard[reader].push(...(await logAfter(database.read, { requestId, seq, limit })));
      return heard[reader];
    },
    heard: (reader: Reader) => heard[reader],
    spec: (lines: number) => ({ side: "export", supervisionMode: "0110", ...EXPORTER, declarations: lines }),
    inMs: (ms: number) => toIso(instant(now + ms)),
    end: async () => {
      await database.close();
      await copy.drop();
    },
  };
}

export type RealMarket = Awaited<ReturnType<typeof realMarket>>;
