import { type IncomingMessage, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/database";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { announceClosure } from "@/server/hubs/hub-state";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platformOver } from "@/server/platform/platform";
import { must } from "../must";

/** What one who watches has heard: the number of each entry in the log, with when it came. */
export type Heard = { readonly seq: number; readonly atMs: number };

type Wanted = {
  /** The server's address and the stream's path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly seqOf: (mark: string) => number | null;
};

export type StreamClient = {
  readonly heard: Heard[];
  /** How often it was told its own place. */
  places(): number;
  /** The number of the hub's board that it was told last. */
  board(): number;
  /** Opens the line, from what it knows last on; answers once the server has told what is now. */
  come(): Promise<void>;
  /** Cuts the line as a lost network does. */
  cut(): void;
  isHere(): boolean;
};

const IS_BACK_MAX_MS = 20_000;

/** A browser's part in server-sent events, as far as a page needs it, with a socket of its own. */
export function streamClient({ url, headers, seqOf }: Wanted): StreamClient {
  const heard: Heard[] = [];
  let last: string | null = null;
  let places = 0;
  let board = 0;
  let open: IncomingMessage | null = null;

  function read(block: string): string | null {
    const atMs = performance.now();
    const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
    const id = fields.get("id");
    if (id) {
      last = id;
      heard.push({ seq: seqOf(id) ?? -1, atMs });
    }
    if (fields.get("event") === "place") places++;
    if (fields.get("event") === "now") board = (JSON.parse(fields.get("data") ?? "{}") as { board: number }).board;
    return fields.get("event") ?? null;
  }

  const come = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("a stream did not begin")), IS_BACK_MAX_MS);
      const asked = { agent: false, headers: { ...headers, ...(last ? { "last-event-id": last } : {}) } };
      const request = get(url, asked, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`a stream was answered ${answer.statusCode}`));
        open = answer;
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          // What is on the way when the line is cut is lost with it.
          if (open !== answer) return;
          const blocks = (text + part).split("\n\n");
          text = blocks.pop() ?? "";
          for (const block of blocks)
            if (read(block) === "now") {
              clearTimeout(timer);
              resolve();
            }
        });
        answer.on("error", () => undefined);
        answer.on("close", () => {
          if (open === answer) open = null;
        });
      });
      request.on("error", (error) => {
        if (open === null) reject(error);
      });
    });

  return {
    heard,
    places: () => places,
    board: () => board,
    come,
    cut() {
      const ending = open;
      open = null;
      ending?.destroy();
    },
    isHere: () => open !== null,
  };
}

const WAIT_MAX_MS = 10_000;
const LOOK_MS = 5;

/** Announces closures at the request's port from this process, which serves nobody; answers how long the last client took to hear of each (ms). */
export async function boardNews(
  clients: readonly StreamClient[],
  { database, userId, closures }: { readonly database: Database; readonly userId: string; readonly closures: number },
): Promise<number[]> {
  const on = { ...platformOver(database), isMetered: false, nudge: () => undefined };
  const actor: Actor = mintActor({ kind: "user", userId, organisationId: "platform", role: "administrator" });
  const lastMs: number[] = [];
  for (let count = 1; count <= closures; count++) {
    const from = later(on.clock(), count * DAY_MS);
    const input = {
      ...{ hubId: "horgos", mode: "road", from: toIso(from), to: toIso(later(from, DAY_MS)) },
      ...{ reason: "Measured", source: "Measured" },
    };
    const sentMs = performance.now();
    await must(on, announceClosure, { actor, input });
    while (!clients.every((client) => client.board() >= count) && performance.now() - sentMs < WAIT_MAX_MS)
      await pause(LOOK_MS);
    lastMs.push(performance.now() - sentMs);
  }
  return lastMs;
}
