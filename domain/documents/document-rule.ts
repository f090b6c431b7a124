import type { Notes } from "../shared/locale";
import type { Direction } from "@/domain/shared/vocabulary";
import type { Mode, WayLeg } from "@/domain/hubs/place";
import { addDays, type LocalDate } from "@/domain/shared/time";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { type DocumentKind, type DocumentParty, kindPosition } from "../services/document-kind";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { Deal } from "@/domain/deals/deal";
import { type Agreement, AGREEMENT_OF_PAPER, agreementsFor } from "@/domain/tariff/preferences";

/** What must hold of a deal before a rule asks for its document. Conditions join by AND, the members of a list by OR; an empty list asks nothing. */
export type RuleConditions = {
  readonly hubs: readonly string[];
  readonly directions: readonly Direction[];
  readonly modes: readonly Mode[];
  /** Two digits are a chapter; more narrow it down. One cargo line under one of them is enough. */
  readonly hsPrefixes: readonly string[];
  /** China's: `0110`, `1039` … */
  readonly supervisionModes: readonly string[];
  /** ISO 3166-1 alpha-2, as the two below. */
  readonly originCountries: readonly string[];
  readonly destinationCountries: readonly string[];
  /** Passed on the way: neither China nor the deal's own ends. */
  readonly transitCountries: readonly string[];
  /** Terms of delivery, of which the deal has one. */
  readonly incoterms: readonly IncotermRule[];
  /** Asks for a cargo line with a UN number. */
  readonly isForDangerousGoods: boolean;
};

/** One dated row of the rules. A later row of the same `ruleId` takes its place from its own day on. */
export type DocumentRule = RuleConditions &
  Notes & {
    readonly ruleId: string;
    readonly document: DocumentKind;
    readonly provider: DocumentParty;
    readonly fromDay: LocalDate;
    /** The last day; null where no end is known. */
    readonly toDay: LocalDate | null;
    /** The document must be dated at least so many days before the border. */
    readonly daysAhead: number;
    /** How far weights may lie apart where this document is one of the two; null: equal to the gram. */
    readonly weightToleranceBps: number | null;
    /** Where the rule can be read, or "demo estimate". */
    readonly source: string;
  };

/** The row of each rule that counts on `day`: the last one begun by then. Of two with one day the later in the list counts. An ended row brings none back. */
export function rowsOn(rules: readonly DocumentRule[], day: LocalDate): DocumentRule[] {
  const byRule = new Map<string, DocumentRule>();
  for (const row of rules) {
    if (row.fromDay > day) continue;
    const known = byRule.get(row.ruleId);
    if (!known || row.fromDay >= known.fromDay) byRule.set(row.ruleId, row);
  }
  return [...byRule.values()];
}

export type DocumentRuleRefusal = Refusal<"document_rule_in_past" | "document_rule_exists" | "hub_unknown">;

type Known = {
  readonly today: LocalDate;
  /** Whether the rule has a row of that day already. */
  readonly isTaken: boolean;
  readonly hubIds: ReadonlySet<string>;
};

/**
 * A row of the rules that may be added: from today on, for what was said to deals in the past stays explained by what held then; one a
 * rule and day; about hubs that are there.
 */
export function checkDocumentRule(
  rule: Pick<DocumentRule, "fromDay" | "hubs">,
  { today, isTaken, hubIds }: Known,
): Result<void, DocumentRuleRefusal> {
  const unknown = rule.hubs.find((hub) => !hubIds.has(hub));
  if (unknown !== undefined) return refuse("hub_unknown", { hub: unknown });
  if (rule.fromDay < today) return refuse("document_rule_in_past");
  return isTaken ? refuse("document_rule_exists", { day: rule.fromDay }) : accept(undefined);
}

export type RuleStanding = "in_force" | "coming" | "superseded" | "ended";

/** Where each row stands on `today` among the other rows of its rule, for the administrators' list. */
export function standingOf(
  row: Pick<DocumentRule, "ruleId" | "fromDay" | "toDay">,
  rows: readonly Pick<DocumentRule, "ruleId" | "fromDay">[],
  today: LocalDate,
): RuleStanding {
  if (row.fromDay > today) return "coming";
  const isFollowed = rows.some(
    (other) => other.ruleId === row.ruleId && other.fromDay > row.fromDay && other.fromDay <= today,
  );
  if (isFollowed) return "superseded";
  return row.toDay !== null && row.toDay < today ? "ended" : "in_force";
}

/** What the rules ask of a deal. Countries are ISO 3166-1 alpha-2. */
export type DealFacts = {
  readonly hubId: string;
  readonly direction: Direction;
  readonly mode: Mode;
  readonly hsCodes: readonly string[];
  /** China's modes that the deal's customs requests name; none while nobody has asked for customs. */
  readonly supervisionModes: readonly string[];
  readonly originCountry: string;
  readonly destinationCountry: string;
  readonly transitCountries: readonly string[];
  readonly incoterm: IncotermRule;
  readonly unNumbers: readonly string[];
  /** Agreements that may lower the duty on a line of the goods in the country of destination. */
  readonly loweredUnder: readonly Agreement[];
};

/** A cargo line as far as the rules know it; the UN number is there for dangerous goods only. */
type FactCargo = {
  readonly hsCode: string;
  readonly dangerousGoods: { readonly unNumber: string } | null;
  readonly originCountry: string | null;
};

type FactDeal = Pick<Deal, "hubId" | "direction" | "mode" | "originId" | "destinationId"> & {
  readonly incoterm: { readonly rule: IncotermRule };
  readonly cargo: readonly FactCargo[];
};

type Around = {
  readonly legs: readonly Pick<WayLeg, "fromId" | "toId">[];
  readonly countryOf: (placeId: string) => string | undefined;
  readonly supervisionModes: readonly string[];
  /** Whether goods of this HS code are known to pay no duty at the common rate, so that nothing can lower it. */
  readonly isDutyFree: (hsCode: string) => boolean;
};

const CHINA = "CN";

/**
 * The facts of a deal on its planned way: countries between its ends, other than China, are passed in transit. Goods whose origin is not named are
 * taken as made where they start from.
 */
export function factsOf(deal: FactDeal, { legs, countryOf, supervisionModes, isDutyFree }: Around): DealFacts {
  const [origin = "", destination = ""] = [countryOf(deal.originId), countryOf(deal.destinationId)];
  const passed = legs.flatMap((leg) => [countryOf(leg.fromId) ?? CHINA, countryOf(leg.toId) ?? CHINA]);
  const lowered = deal.cargo.flatMap((line) =>
    isDutyFree(line.hsCode) ? [] : agreementsFor(destination, line.originCountry ?? origin),
  );
  return {
    hubId: deal.hubId,
    direction: deal.direction,
    mode: deal.mode,
    hsCodes: [...new Set(deal.cargo.map((line) => line.hsCode))],
    supervisionModes: [...new Set(supervisionModes)],
    originCountry: origin,
    destinationCountry: destination,
    transitCountries: [...new Set(passed)].filter((country) => ![CHINA, origin, destination].includes(country)),
    incoterm: deal.incoterm.rule,
    unNumbers: [...new Set(deal.cargo.flatMap((line) => line.dangerousGoods?.unNumber ?? []))],
    loweredUnder: [...new Set(lowered)],
  };
}

/**
 * The latest planned day at China's border: from the day on which the goods leave the days of the way up to and with the leg
 * that crosses it, rounded up. That day itself where no way is known.
 */
export function borderDayOf(
  leaveDay: LocalDate,
  legs: readonly Pick<WayLeg, "fromId" | "toId" | "days">[],
  countryOf: (placeId: string) => string | undefined,
): LocalDate {
  const isChinese = (placeId: string) => countryOf(placeId) === CHINA;
  const crossing = legs.findIndex((leg) => isChinese(leg.fromId) !== isChinese(leg.toId));
  const days = legs.slice(0, crossing + 1).reduce((all, leg) => all + leg.days.max, 0);
  return addDays(leaveDay, Math.ceil(days));
}

/** Papers that prove an origin for a lower duty. Goods come in without them too, at the common rate, so none of them is ever required. */
const PREFERENCE_OF: Readonly<Partial<Record<DocumentKind, Agreement>>> = AGREEMENT_OF_PAPER;

/** The rule by which a document is needed, with what it asks besides. */
export type Reason = Pick<
  DocumentRule,
  "ruleId" | "source" | "noteZh" | "noteRu" | "noteVi" | "noteKk" | "daysAhead" | "weightToleranceBps" | "fromDay"
> & {
  /** In English. */
  readonly note: string;
};

/** A document that a deal needs: who provides it, and by which rules. */
export type Requirement = {
  readonly document: DocumentKind;
  readonly provider: DocumentParty;
  /** Whether the goods come across the border without it too, only dearer. */
  readonly isOptional: boolean;
  readonly reasons: readonly Reason[];
};

/** Why a rule asks nothing of a deal: it is not in force on the day, a condition does not hold, or its paper lowers no duty of these goods. */
export type LeaveOutReason = "not_yet" | "ended" | "nothing_to_lower" | keyof RuleConditions;

export type LeftOut = Pick<DocumentRule, "ruleId" | "document" | "source" | "fromDay"> & {
  readonly because: readonly LeaveOutReason[];
};

export type Required = { readonly required: readonly Requirement[]; readonly leftOut: readonly LeftOut[] };

const holdsFor = (list: readonly string[], facts: readonly string[]): boolean =>
  list.length === 0 || facts.some((fact) => list.includes(fact));

const holdsByPrefix = (prefixes: readonly string[], codes: readonly string[]): boolean =>
  prefixes.length === 0 || codes.some((code) => prefixes.some((prefix) => code.startsWith(prefix)));

/** The conditions of a rule that do not hold; none where it asks for its document. */
function failing(rule: RuleConditions, facts: DealFacts): LeaveOutReason[] {
  const held: Readonly<Record<keyof RuleConditions, boolean>> = {
    hubs: holdsFor(rule.hubs, [facts.hubId]),
    directions: holdsFor(rule.directions, [facts.direction]),
    modes: holdsFor(rule.modes, [facts.mode]),
    hsPrefixes: holdsByPrefix(rule.hsPrefixes, facts.hsCodes),
    supervisionModes: holdsFor(rule.supervisionModes, facts.supervisionModes),
    originCountries: holdsFor(rule.originCountries, [facts.originCountry]),
    destinationCountries: holdsFor(rule.destinationCountries, [facts.destinationCountry]),
    transitCountries: holdsFor(rule.transitCountries, facts.transitCountries),
    incoterms: holdsFor(rule.incoterms, [facts.incoterm]),
    isForDangerousGoods: !rule.isForDangerousGoods || facts.unNumbers.length > 0,
  };
  return (Object.keys(held) as (keyof RuleConditions)[]).filter((name) => !held[name]);
}

function lowersNothing({ document }: DocumentRule, { loweredUnder }: DealFacts): boolean {
  const agreement = PREFERENCE_OF[document];
  return agreement !== undefined && !loweredUnder.includes(agreement);
}

const reasonOf = (rule: DocumentRule): Reason => ({
  ruleId: rule.ruleId,
  source: rule.source,
  note: rule.noteEn,
  ...{ noteZh: rule.noteZh, noteRu: rule.noteRu, noteVi: rule.noteVi, noteKk: rule.noteKk },
  daysAhead: rule.daysAhead,
  weightToleranceBps: rule.weightToleranceBps,
  fromDay: rule.fromDay,
});

const inOrder = (a: { document: DocumentKind; ruleId: string }, b: { document: DocumentKind; ruleId: string }) =>
  kindPosition(a.document) - kindPosition(b.document) || (a.ruleId < b.ruleId ? -1 : 1);

/**
 * The documents that a deal needs when its goods come to the border on `day`, each with every rule that asks for it, and the
 * rules that ask nothing of it with the reason. Rules only ever add: where two ask for one document it is needed once, from the
 * party of the first by name. A paper for a lower duty is asked for where one may be lowered, and is optional.
 */
export function requiredDocuments(facts: DealFacts, rules: readonly DocumentRule[], day: LocalDate): Required {
  const counted = rowsOn(rules, day);
  const begun = new Set(counted.map((rule) => rule.ruleId));
  const coming = rowsOn(rules, "9999-12-31" as LocalDate).filter((rule) => !begun.has(rule.ruleId));
  const byDocument = new Map<DocumentKind, { provider: DocumentParty; reasons: Reason[] }>();
  const leftOut: LeftOut[] = [];
  for (const rule of [...counted, ...coming].sort(inOrder)) {
    const isEnded = rule.toDay !== null && rule.toDay < day;
    const because: LeaveOutReason[] = [
      ...(rule.fromDay > day ? (["not_yet"] as const) : isEnded ? (["ended"] as const) : []),
      ...failing(rule, facts),
      ...(lowersNothing(rule, facts) ? (["nothing_to_lower"] as const) : []),
    ];
    if (because.length > 0) {
      const { ruleId, document, source, fromDay } = rule;
      leftOut.push({ ruleId, document, source, fromDay, because });
      continue;
    }
    const known = byDocument.get(rule.document);
    if (known) known.reasons.push(reasonOf(rule));
    else byDocument.set(rule.document, { provider: rule.provider, reasons: [reasonOf(rule)] });
  }
  const isOptional = (document: DocumentKind) => document in PREFERENCE_OF;
  const required = [...byDocument].map(([document, rest]) => ({ document, isOptional: isOptional(document), ...rest }));
  return { required, leftOut };
}
