import type { LogEntry } from "../../db/repositories/request-log";
import { feedbackOf } from "../../domain/bidding/live-feedback";
import { type Heard, type Watching, heardOf } from "../../domain/notices/watcher-notices";
import { type RequestState, termsOf } from "../../domain/requests/request";
import type { Instant } from "../../domain/shared/time";
import type { ReadRanking } from "../bidding/place-bid";
import { type Watcher, heardFrame, nowFrame, placeFrame } from "./watcher";
import { logMark } from "./log-mark";
import type { Heads } from "../../db/repositories/live-heads";
import type { Topic } from "./topics";

/** Somebody who looks at a request. */
export type RequestWatcher = Watcher & {
  readonly requestId: string;
  readonly watching: Watching;
  /** What it was last told of its own place, so that the same is not said twice; not there before it was told any. */
  placeTold?: string;
};

/** Up to the decision a bidder is told its place; then it is told the result. */
const HAS_PLACES: ReadonlySet<RequestState> = new Set(["open", "closed", "opened"]);

/** A request at one number of its log, with what each watcher may be told of it. Each text is made once, however many hear it. */
export type Snapshot = {
  readonly seq: number;
  /** The number of its hub's board. */
  readonly board: number;
  readonly now: Uint8Array;
  placeOf(organisationId: string): Place | null;
};
type Place = { readonly told: string; readonly frame: Uint8Array };

export function snapshotOf({ request, standings, ranking }: ReadRanking, serverTime: Instant): Snapshot {
  const { state, bidCount, closesAt, logSeq, boardSeq: board } = request;
  const places = new Map<string, Place>();
  const bidders = new Set(standings.map(({ providerOrganisationId }) => providerOrganisationId));
  const { feedback } = termsOf(request);
  return {
    seq: logSeq,
    board,
    now: nowFrame({ state, bidCount, closesAt, board, serverTime }),
    placeOf(organisationId) {
      const known = places.get(organisationId);
      if (known) return known;
      if (request.bidMode === "sealed" || !HAS_PLACES.has(state)) return null;
      const own = bidders.has(organisationId) ? feedbackOf(ranking, { feedback, organisationId }) : null;
      const place = { told: JSON.stringify(own), frame: placeFrame(own) };
      places.set(organisationId, place);
      return place;
    },
  };
}

/** The frame of each entry in each wording, made when it is first needed. */
function writerOf(requestId: string, entry: LogEntry): (heard: Heard) => Uint8Array {
  const frames = new Map<Heard, Uint8Array>();
  let mark: string | undefined;
  return (heard) => {
    const known = frames.get(heard);
    if (known) return known;
    mark ??= logMark(requestId, entry.seq);
    const made = heardFrame(mark, heard, entry.at);
    frames.set(heard, made);
    return made;
  };
}

export type Told = { readonly entry: LogEntry; readonly write: (heard: Heard) => Uint8Array };

const toldOf = (requestId: string, entries: readonly LogEntry[]): Told[] =>
  entries.map((entry) => ({ entry, write: writerOf(requestId, entry) }));

/** Sends the entries that the watcher does not know yet and may hear; answers whether it heard any. */
function tellEntries(watcher: RequestWatcher, entries: readonly Told[]): boolean {
  let hasHeard = false;
  for (const { entry, write } of entries) {
    if (entry.seq <= watcher.seq) continue;
    const heard = heardOf(entry.event, watcher.watching);
    if (heard !== null) {
      // The watcher was too slow and is gone: the entry stays unsent, so the id it comes back with is the one before.
      if (!watcher.send(write(heard))) return false;
      hasHeard = true;
    }
    watcher.seq = entry.seq;
  }
  return hasHeard;
}

/** Sends what is public now, and the bidder's own place where it is another than it was told last. */
export function tellSnapshot(watcher: RequestWatcher, snapshot: Snapshot): void {
  if (!watcher.send(snapshot.now)) return;
  const { organisationId, isBuyer } = watcher.watching;
  if (organisationId === null || isBuyer) return;
  const place = snapshot.placeOf(organisationId);
  if (place === null || place.told === watcher.placeTold) return;
  // Who has no bid need not be told so, unless it had one.
  if (place.told === "null" && watcher.placeTold === undefined) return;
  if (watcher.send(place.frame)) watcher.placeTold = place.told;
}

const ENTRIES_AT_ONCE = 200;

/** Where the hub reads what has happened. */
export type Source = {
  /** The last number in the log of each request, and that of its hub's board. */
  readonly heads: (requestIds: readonly string[]) => Promise<ReadonlyMap<string, Heads>>;
  readonly after: (requestId: string, seq: number, limit: number) => Promise<readonly LogEntry[]>;
  /** The request and its standing bids, all of one number of its log. */
  readonly at: (requestId: string, now: Instant) => Promise<ReadRanking | null>;
};

/**
 * Tells all watchers what came up to the snapshot, which was read first, so that no entry before it is missing. What has changed on the board of
 * the request's hub is for everybody.
 */
export async function readOn(source: Source, watched: Topic<RequestWatcher, Snapshot>, at: Snapshot): Promise<void> {
  const { id: requestId, watchers } = watched;
  const isOfBoard = at.board > watched.now.board;
  const heard = new Set<RequestWatcher>();
  while (watched.seq < at.seq) {
    const entries = await source.after(requestId, watched.seq, ENTRIES_AT_ONCE);
    const told = toldOf(
      requestId,
      entries.filter(({ seq }) => seq <= at.seq),
    );
    for (const watcher of watchers) if (tellEntries(watcher, told)) heard.add(watcher);
    watched.seq = told.at(-1)?.entry.seq ?? at.seq;
  }
  watched.now = at;
  // Who heard nothing is told nothing: that something happened is itself a piece of news.
  for (const watcher of isOfBoard ? [...watchers] : heard) tellSnapshot(watcher, at);
}

/** Tells one watcher what it does not know yet, up to where the log ends now. */
export async function catchUp(source: Source, watcher: RequestWatcher): Promise<void> {
  for (;;) {
    const { requestId, seq } = watcher;
    const entries = await source.after(requestId, seq, ENTRIES_AT_ONCE);
    tellEntries(watcher, toldOf(requestId, entries));
    if (entries.length < ENTRIES_AT_ONCE || watcher.seq === seq) return;
  }
}
