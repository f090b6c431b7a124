import "server-only";
import type { Actor } from "@/domain/access/actor";
import { later, MINUTE_MS, type Instant } from "@/domain/shared/instant";
import type { Platform } from "../../platform/platform";
import { watchedWork } from "./watched";
import { countYours } from "./work";

type Counted = { readonly seq: number; readonly count: number; readonly until: Instant };

/** Whatever may change without a word of a deal, no count is older than this. */
const KEPT_MS = MINUTE_MS;
const ORGANISATIONS_MAX = 2_000;

// Each route bundle may hold its own copy of a module, and every page of a provider asks for this.
const holder = globalThis as unknown as { kouanWorkCounts?: WeakMap<Platform, Map<string, Counted>> };

function countsOn(on: Platform): Map<string, Counted> {
  holder.kouanWorkCounts ??= new WeakMap();
  const known = holder.kouanWorkCounts.get(on) ?? new Map<string, Counted>();
  holder.kouanWorkCounts.set(on, known);
  return known;
}

/**
 * In how many orders it is the turn of the viewer's organisation. It is counted anew when the number of its work list has gone on, so that
 * a page which only shows it costs one row.
 */
export async function workCount(on: Platform, viewer: Actor): Promise<number> {
  const { read } = on.database;
  const watched = await watchedWork(read, viewer);
  if (watched === null) return 0;
  const { organisationId, seq } = watched;
  const [counts, now] = [countsOn(on), on.clock()];
  const kept = counts.get(organisationId);
  if (kept && kept.seq === seq && now < kept.until) return kept.count;
  const count = await countYours(read, organisationId, now);
  // The one that was counted longest ago goes first: what a map is given anew comes last.
  counts.delete(organisationId);
  if (counts.size >= ORGANISATIONS_MAX) counts.delete(counts.keys().next().value as string);
  counts.set(organisationId, { seq, count, until: later(now, KEPT_MS) });
  return count;
}
