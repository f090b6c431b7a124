import type { ReadField, ReadReason, Source, Span } from "../reading";
import { holds, spanAt } from "../text/clauses";
import { after, before } from "../text/find-all";
import type { Mention } from "./mentions";
import { LEADS_TO, type PlaceRole, ROLE_AFTER, ROLE_BEFORE, ROLE_OF_LINE, SAME_ROLE } from "./role-words";

type Told = { readonly role: PlaceRole; readonly reason: ReadReason };

const ROLES = ["via", "origin", "destination"] as const;
const LEAD = 32;
const TAIL = 12;

/** The role that the words at both sides of a mention say. */
function toldBeside({ folded }: Source, { span, ending }: Mention): Told | null {
  const tail = after(folded, span[1], TAIL);
  const lead = before(folded, span[0], LEAD);
  const role =
    ROLES.find((one) => ROLE_AFTER[one]?.test(tail)) ??
    ROLES.find((one) => ROLE_BEFORE[one].test(lead)) ??
    (ending === "from" ? "origin" : ending === "to" ? "destination" : undefined);
  return role ? { role, reason: role === "via" ? "gate_named" : "place_after_word" } : null;
}

function linesOf(folded: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const line of folded.split("\n")) {
    spans.push([at, at + line.length]);
    at += line.length + 1;
  }
  return spans;
}

/** A gate that stands alone between commas, or with its other side, is the one to pass. */
function toldAlone(
  { folded, clauses }: Source,
  mention: Mention,
  beside: readonly (Mention | undefined)[],
): Told | null {
  if (mention.place.hubId === null) return null;
  const clause = spanAt(clauses, mention.span[0]);
  const isAlone = clause !== undefined && folded.slice(...clause).trim() === folded.slice(...mention.span);
  const otherSide = beside.some(
    (other) =>
      other !== undefined &&
      other.place.id !== mention.place.id &&
      other.place.hubId === mention.place.hubId &&
      LEADS_TO.test(folded.slice(Math.min(other.span[1], mention.span[1]), Math.max(other.span[0], mention.span[0]))),
  );
  return isAlone || otherSide ? { role: "via", reason: "gate_named" } : null;
}

function tell(source: Source, mentions: readonly Mention[]): (Told | null)[] {
  const { folded } = source;
  const told = mentions.map((mention) => toldBeside(source, mention));
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1];
    if (!next) continue;
    const between = folded.slice(mention.span[1], next.span[0]);
    const isOneGate = mention.place.hubId !== null && mention.place.hubId === next.place.hubId;
    if (SAME_ROLE.test(between) || (isOneGate && between.trim() === "")) told[at + 1] = told[at] ?? null;
    else if (LEADS_TO.test(between) && !isOneGate) {
      told[at] ??= { role: "origin", reason: "places_in_order" };
      told[at + 1] ??= { role: "destination", reason: "places_in_order" };
    }
  }
  for (const line of linesOf(folded)) {
    const role = ROLES.find((one) => ROLE_OF_LINE[one].test(folded.slice(...line)));
    const within = mentions.flatMap((mention, at) => (holds(line, mention.span) ? [at] : []));
    const isOnePlace = new Set(within.map((at) => mentions[at]?.place.id)).size === 1;
    if (role && isOnePlace) for (const at of within) told[at] ??= { role, reason: "place_after_word" };
  }
  return told.map((one, at) => one ?? toldAlone(source, mentions[at] as Mention, [mentions[at - 1], mentions[at + 1]]));
}

const PATHS: Readonly<Record<PlaceRole, string>> = { origin: "originId", via: "hubId", destination: "destinationId" };

/**
 * Start, gate and end of the way. Of two places that could have one role neither is taken: a wrong end costs more than an
 * empty field.
 */
export function readRoute(source: Source, mentions: readonly Mention[]): ReadField[] {
  const told = tell(source, mentions);
  const fields = ROLES.flatMap((role): ReadField[] => {
    const found = mentions.flatMap((mention, at) => {
      const one = told[at];
      const end = mention.place.isEnd ? mention.place.id : null;
      const value = role === "via" ? mention.place.hubId : end;
      return one?.role === role && value !== null ? [{ value, span: mention.span, reason: one.reason }] : [];
    });
    const [first] = found;
    if (!first || found.some(({ value }) => value !== first.value)) return [];
    const { value, span: from, reason } = first;
    return [{ path: PATHS[role], value, from, reason, confidence: reason === "places_in_order" ? "likely" : "sure" }];
  });
  const [origin, destination] = ["originId", "destinationId"].map((path) => fields.find((one) => one.path === path));
  return origin && destination && origin.value === destination.value
    ? fields.filter((field) => field !== origin && field !== destination)
    : fields;
}
