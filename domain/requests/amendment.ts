import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import { isSameJson } from "./canonical-json";
import { DAY_MS, HOUR_MS, type Instant, later } from "../shared/time";
import { checkWindow, type Request, WINDOW_MAX_DAYS, type WindowRefusal } from "./request";

/** What a change says of one member: where it stands (`spec.pickupFrom`, `closesAt`), and what it was and is as it travels; null where nothing was said. */
export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown };

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);

// An amount is one thing to who reads it: its currency does not change beside it.
const isMoney = (value: Members): boolean => "minor" in value && "currency" in value && Object.keys(value).length === 2;

const isParted = (value: unknown): value is Members => isMembers(value) && !isMoney(value);

const isListOfRows = (value: unknown): value is readonly Members[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMembers);

/** A list of rows as members by their number, so that a row that came or went is told as such. */
const partsOf = (value: unknown): Members | null =>
  isListOfRows(value) ? { ...value } : isParted(value) ? value : null;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/**
 * What differs between two wire forms, member by member in the order of the newer one: objects and rows are gone into, amounts and
 * lists of words are told whole. Empty where they say the same.
 */
export function differenceOf(before: unknown, after: unknown, path = ""): Change[] {
  if (isSameJson(before, after)) return [];
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const isWhole = (!old && !isNothing(before)) || (!fresh && !isNothing(after)) || (!old && !fresh);
  if (isWhole) return [{ path, before: before ?? null, after: after ?? null }];
  const names = [...new Set([...Object.keys(fresh ?? {}), ...Object.keys(old ?? {})])];
  return names.flatMap((name) => differenceOf(old?.[name], fresh?.[name], path === "" ? name : `${path}.${name}`));
}

/** A change of nothing is none: refuses `nothing_changed`. */
export const someChange = (changes: readonly Change[]): Result<readonly Change[], Refusal<"nothing_changed">> =>
  changes.length > 0 ? accept(changes) : refuse("nothing_changed");

/** The market's rules on late amendments, as they hold at the time of the amendment. */
type AmendRules = { readonly latePercent: number; readonly extensionHours: number };

type Window = { readonly closesAt: Instant; readonly decideBy: Instant };

// Less than a day to decide would take from the buyer what the extension gives to bidders.
const DECISION_LEAST_MS = DAY_MS;

const PERCENT = 100;

/**
 * The window after an amendment that comes in the last `latePercent` of the open time, from publication to the close: it closes so
 * much of the open time later, `extensionHours` at least, counted from the close that stood. What the buyer `asked` stands where it is
 * at least that late. The time to decide moves along where less than a day would be left of it, or less than there was; no
 * decision comes later than 90 days from now, and the close is never earlier than what was asked. Null where nothing is to be extended.
 */
function lateExtension(
  stood: Window & { readonly publishedAt: Instant },
  asked: Window,
  rules: AmendRules,
  now: Instant,
): Window | null {
  const share = Math.floor(((stood.closesAt - stood.publishedAt) * rules.latePercent) / PERCENT);
  if (rules.latePercent === 0 || now < stood.closesAt - share) return null;
  const leastToDecide = Math.min(stood.decideBy - stood.closesAt, DECISION_LEAST_MS);
  const end = later(now, WINDOW_MAX_DAYS * DAY_MS) - leastToDecide;
  const closesAt = Math.min(stood.closesAt + Math.max(share, rules.extensionHours * HOUR_MS), end) as Instant;
  if (closesAt <= asked.closesAt) return null;
  return { closesAt, decideBy: Math.max(asked.decideBy, closesAt + leastToDecide) as Instant };
}

export type AmendRefusal = Refusal<"nothing_changed" | "closes_earlier" | "decides_earlier"> | WindowRefusal;

/** What the buyer asks for; times that it does not name stay. */
export type Wanted = {
  readonly isSpecChanged: boolean;
  readonly closesAt?: Instant | undefined;
  readonly decideBy?: Instant | undefined;
};

/** An open request as it stands after an amendment. */
export type Amended = Window & {
  readonly isSpecChanged: boolean;
  /** Whether the market moved the close, because the amendment came late. */
  readonly isExtended: boolean;
};

type Open = Pick<Request, "closesAt" | "decideBy"> & { readonly publishedAt: Instant };

/**
 * The times of an open request after an amendment. Close and time to decide only ever move later: bidders rely on both. A late
 * amendment moves the close (`lateExtension`), unless it does nothing but move the close itself, which leaves nothing to read anew.
 * Refuses `nothing_changed`, `closes_earlier`, `decides_earlier`, and a window that is inverted or beyond 90 days.
 */
export function amend(request: Open, wanted: Wanted, rules: AmendRules, now: Instant): Result<Amended, AmendRefusal> {
  const asked = { closesAt: wanted.closesAt ?? request.closesAt, decideBy: wanted.decideBy ?? request.decideBy };
  const later = checkAll<AmendRefusal>([
    asked.closesAt < request.closesAt ? refuse("closes_earlier") : accept(undefined),
    asked.decideBy < request.decideBy ? refuse("decides_earlier") : accept(undefined),
  ]);
  if (!later.ok) return later;
  const { isSpecChanged } = wanted;
  const isDecisionMoved = asked.decideBy > request.decideBy;
  if (!isSpecChanged && !isDecisionMoved && asked.closesAt === request.closesAt) return refuse("nothing_changed");
  const extended = isSpecChanged || isDecisionMoved ? lateExtension(request, asked, rules, now) : null;
  const window = extended ?? asked;
  const checked = checkWindow(window, 0, now);
  return checked.ok ? accept({ ...window, isSpecChanged, isExtended: extended !== null }) : checked;
}

/**
 * Whether a standing bid has to be confirmed after the amendment: always where what is asked for has changed. Where only times were
 * moved later, a bid stands as it is, unless its validity ends before the new time to decide.
 */
export const goesStale = (amended: Amended, validUntil: Instant): boolean =>
  amended.isSpecChanged || validUntil < amended.decideBy;

const TIMES = new Set(["closesAt", "decideBy"]);

/** Whether a change is of a time that everybody is shown. */
export const isOfTime = ({ path }: Pick<Change, "path">): boolean => TIMES.has(path);
