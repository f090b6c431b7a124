import { LOCALES } from "../../domain/shared/locale.ts";
import { dayOf, instant } from "../../domain/shared/time.ts";
import { onePerProcess } from "../platform/process/one-per-process.ts";

/** As `ExposureKind`: the front door reads this file as it is, and no rule. */
export type CountedKind = "found" | "opened" | "compared" | "shortlisted";

export type Seen = {
  readonly kind: CountedKind;
  readonly organisationIds: readonly string[];
  /** What it is broken down by, beside the count of all. */
  readonly said: readonly string[];
  readonly atMs: number;
};

/** So many counts wait at the most: whoever asks for pages of providers that are none fills no memory. */
const WAITING_MAX = 20_000;
const BETWEEN = "|";
const ALL = "";

const waiting = (): Map<string, number> => onePerProcess("exposure counts", () => new Map<string, number>());

/** Counts that providers were seen. It is kept in memory until the next flush: no page waits for it, and a process that dies loses a few counts. */
export function countSeen({ kind, organisationIds, said, atMs }: Seen): void {
  const counts = waiting();
  const day = dayOf(instant(atMs));
  for (const id of organisationIds)
    for (const one of [ALL, ...said]) {
      const key = [id, day, kind, one].join(BETWEEN);
      const known = counts.get(key);
      if (known !== undefined || counts.size < WAITING_MAX) counts.set(key, (known ?? 0) + 1);
    }
}

/** Takes what was counted since the last time. */
export function takeCounts() {
  const counts = waiting();
  const taken = [...counts].flatMap(([key, count]) => {
    const [organisationId = "", day = "", kind = "", ...said] = key.split(BETWEEN);
    return [{ organisationId, day, kind: kind as CountedKind, said: said.join(BETWEEN), count }];
  });
  counts.clear();
  return taken;
}

const ROBOT = /bot\b|bots\b|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|headless(?!chrome)|lighthouse/i;

/** Whether a program says of itself that it is one; what hides behind a browser's name counts as a reader. */
export const isRobot = (userAgent: string | null | undefined): boolean =>
  userAgent === null || userAgent === undefined || userAgent === "" || ROBOT.test(userAgent);

const PROVIDER_PAGE = new RegExp(`^/(${LOCALES.join("|")})/providers/([0-9a-z]{1,64})$`);

type Request = { readonly method?: string | undefined; readonly headers: Readonly<Record<string, unknown>> };

/**
 * Counts a visitor's look at a provider's page: at the door, where every look passes, since the page itself is drawn once for many. Members are counted where their page is
 * drawn, which knows whose people they are.
 */
export function countVisit(request: Request, path: string, atMs: number): void {
  const [, locale, id] = PROVIDER_PAGE.exec(path) ?? [];
  const { method, headers } = request;
  if (!id || !locale || method !== "GET" || headers["next-router-prefetch"] !== undefined) return;
  if (id === "map" || id === "compare" || isRobot(headers["user-agent"] as string | undefined)) return;
  countSeen({ kind: "opened", organisationIds: [id], said: [`reader:${locale}`], atMs });
}
