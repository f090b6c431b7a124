import type { Deal } from "@/domain/deals/deal";
import type { Direction } from "@/domain/shared/direction";
import type { Mode } from "@/domain/hubs/place";
import type { WayLeg } from "@/domain/hubs/way";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { type Agreement, AGREEMENT_OF_PAPER, agreementsFor } from "@/domain/tariff/preferences";
import { type LocalDate, addDays } from "@/domain/shared/local-date";
import { type DocumentKind, type DocumentParty, kindPosition } from "../services/document-kind";
import { type DocumentRule, type RuleConditions, rowsOn } from "./document-rule";

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
  "ruleId" | "source" | "noteZh" | "daysAhead" | "weightToleranceBps" | "fromDay"
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
  noteZh: rule.noteZh,
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
