import { log } from "../platform/process/log.ts";
import type { Drawn } from "./draw-page.ts";
import { compressed, cutAt, type Pieces } from "./page-pieces.ts";
import type { Visit } from "./visit.ts";

/** How long a page stands, and how much is kept. */
export type KeptLimits = {
  /** From when its drawing began. */
  readonly keptMs: number;
  readonly pages: number;
  readonly pageBytes: number;
  readonly bytes: number;
};

const LIMITS: KeptLimits = { keptMs: 2_000, pages: 500, pageBytes: 512 * 1024, bytes: 32 * 1024 * 1024 };

/** An answer for all who wait for it, but for the nonce of each. */
export type Shared = Omit<Drawn, "body" | "nonce"> & {
  readonly pieces: Pieces;
  /** The same, compressed once; null where that cannot be. */
  brotli(): Promise<Pieces | null>;
};

type Kept = { readonly page: Promise<Shared | null>; readonly beganMs: number; bytes: number };

function shared({ body, nonce, ...drawn }: Drawn): Shared {
  const pieces = cutAt(body, nonce);
  let brotli: Promise<Pieces | null> | undefined;
  return { ...drawn, pieces, brotli: () => (brotli ??= compressed(pieces, nonce.length).catch(() => null)) };
}

/** A whole page of which nothing else was said than what stands on it. */
const isPage = ({ status, headers, said }: Drawn): boolean =>
  status === 200 &&
  said.status === null &&
  said.headers.size === 0 &&
  String(headers.get("content-type")).startsWith("text/html");

/** The pages of visitors: each is drawn once in so much time, however many ask for it. Answers null for whom it cannot be shared with. */
export function keepPages(
  draw: (visit: Visit) => Promise<Drawn>,
  { keptMs, pages, pageBytes, bytes }: KeptLimits = LIMITS,
): (visit: Visit) => Promise<Shared | null> {
  // Who was asked for the longest ago comes first.
  const all = new Map<string, Kept>();
  let allBytes = 0;
  const forget = (key: string, kept: Kept): void => {
    if (all.get(key) !== kept) return;
    all.delete(key);
    allBytes -= kept.bytes;
  };
  const makeRoom = (): void => {
    for (const [key, kept] of all) {
      if (all.size <= pages && allBytes <= bytes) return;
      forget(key, kept);
    }
  };
  function begin(key: string, visit: Visit): Kept {
    const page = draw(visit).then(
      (drawn) => {
        const { length } = drawn.body;
        if (!isPage(drawn) || length > pageBytes) forget(key, kept);
        else if (all.get(key) === kept) {
          kept.bytes = length;
          allBytes += length;
          makeRoom();
        }
        // What is set in a browser is for one reader.
        return drawn.headers.has("set-cookie") ? null : shared(drawn);
      },
      (error: unknown) => {
        log.error({ err: error }, "a page of visitors could not be drawn");
        forget(key, kept);
        return null;
      },
    );
    const kept: Kept = { page, beganMs: performance.now(), bytes: 0 };
    setTimeout(() => forget(key, kept), keptMs).unref();
    return kept;
  }
  return (visit) => {
    const key = `${visit.theme ?? ""} ${visit.path}`;
    const last = all.get(key);
    const isFresh = last !== undefined && performance.now() - last.beganMs < keptMs;
    const kept = isFresh ? last : begin(key, visit);
    if (last && !isFresh) forget(key, last);
    all.delete(key);
    all.set(key, kept);
    makeRoom();
    return kept.page;
  };
}
