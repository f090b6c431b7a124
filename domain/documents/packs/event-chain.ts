import type { Digest } from "../../requests/proof/merkle-tree";
import { type Instant, toIso } from "../../shared/instant";
import { hashOf } from "./manifest";

/** Something that happened to a deal's orders, as its log has it. */
export type Happening = {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly orderId: string | null;
};

/** The same with the hash of everything up to it, so that none can be changed, dropped or put in without all after it telling. */
export type ChainedEvent = {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly hash: string;
};

/** What the first entry hangs on. */
const NOTHING = "0".repeat(64);

const lineOf = ({ seq, at, type, orderId }: Omit<ChainedEvent, "hash">, before: string): string =>
  [before, seq, at, type, orderId ?? ""].join("\n");

/** The log as a chain, each entry hashed over the one before it. */
export function chainOf(log: readonly Happening[], digest: Digest): ChainedEvent[] {
  let before = NOTHING;
  return log.map(({ seq, at, type, orderId }) => {
    const entry = { seq, at: toIso(at), type, orderId };
    before = hashOf(lineOf(entry, before), digest);
    return { ...entry, hash: before };
  });
}

/** The place of the first entry that does not hang on the one before it; -1 where all do. */
export function firstBroken(events: readonly ChainedEvent[], digest: Digest): number {
  let before = NOTHING;
  return events.findIndex(({ hash, ...entry }) => {
    const isBroken = hashOf(lineOf(entry, before), digest) !== hash;
    before = hash;
    return isBroken;
  });
}
