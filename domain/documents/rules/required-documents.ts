import type { Agreement } from "@/domain/tariff/preferences";
import type { LocalDate } from "@/domain/shared/local-date";
import { type DocumentKind, type DocumentParty, kindPosition } from "../../services/document-kind";
import type { DealFacts } from "./deal-facts";
import { type DocumentRule, type RuleConditions, rowsOn } from "./document-rule";

/** Papers that prove an origin for a lower duty. Goods come in without them too, at the common rate, so none of them is ever required. */
const PREFERENCE_OF: Readonly<Partial<Record<DocumentKind, Agreement>>> = { origin_form_e: "acfta" };

/** The rule by which a document is needed, with what it asks besides. */
export type Reason = Pick<
  DocumentRule,
  "ruleId" | "source" | "noteEn" | "noteZh" | "daysAhead" | "weightToleranceBps" | "fromDay"
>;

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
  noteEn: rule.noteEn,
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
