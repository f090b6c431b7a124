import type { IncotermRule } from "@/domain/tariff/incoterm";
import type { Direction, Service } from "@/domain/shared/vocabulary";
import type { DayRange, HubKind, InlandMode, Mode } from "@/domain/hubs/place";
import type { DangerousGoods } from "./dangerous-goods";
import type { Instant, LocalDate } from "@/domain/shared/time";
import type { Money } from "@/domain/shared/money";
import type { SamplingPlanRow } from "./inspection/sampling";
import type { TestPlanRow } from "./inspection/work";
import type { IssueValues, SpecIssue, SpecWarning } from "./spec-issue";
import type { z } from "zod";
import type { Refusal, Result } from "@/domain/shared/result";
import type { BookSlot } from "./address-book";
import type { DocumentKind } from "./document-kind";
import type { EvidenceField, EvidenceKind } from "./evidence";
import type { Agreed, DueTimes, PromisedHours, TimeStart } from "./due-time";
import type { Basis, ChargeCode, PercentBasis, QuantityBasis } from "./charge";
import type { EarliestRule } from "./earliest";
import type { FormField } from "./form-field";
import type { LateReason, StopReason } from "./work-reasons";
import type { Requirement } from "./requirement";
import type { Unread } from "./spec-rule";

/** A cargo line as far as prices and rules of a service need it. */
export type ShipmentCargo = {
  readonly hsCode: string;
  readonly packages: number;
  readonly packageType: string;
  readonly grossWeightGrams: number;
  /** Without packing; left out or null where nobody has said it. */
  readonly netWeightGrams?: number | null;
  readonly volumeCm3: number;
  readonly value: Money | null;
  readonly dangerousGoods?: DangerousGoods | null;
  /** Where the goods were made; left out or null where nobody has said so. */
  readonly originCountry?: string | null;
};

/** Hubs as far as a spec may name others: the one that the deal takes, those there are, and those with a way of its mode. */
export type ShipmentHubs = {
  readonly takenId: string;
  readonly knownIds: ReadonlySet<string>;
  readonly passableIds: ReadonlySet<string>;
};

/** What a service kind may know of the deal it serves; countries are ISO 3166-1 alpha-2. */
export type Shipment = {
  readonly direction: Direction;
  readonly mode: Mode;
  readonly inlandMode: InlandMode | null;
  /** What it crosses the border at, where the caller knows; only rules of a spec ask for it. */
  readonly hubKind?: HubKind | undefined;
  readonly goodsValue: Money;
  /** The rule of Incoterms 2020 of the price; it says, too, how goods are insured by default. */
  readonly incotermRule: IncotermRule;
  readonly readyDate: LocalDate;
  readonly originCountry: string;
  readonly destinationCountry: string;
  /** The countries on either side of the crossing by which its way leaves or enters China; left out where no way is known. */
  readonly borderCountries?: readonly string[];
  readonly cargo: readonly ShipmentCargo[];
  /** Only where a spec is checked. */
  readonly hubs?: ShipmentHubs;
  /** The goods' value in US dollars by the day's rates, only where a spec is checked; left out where no rate is known, which a rule that needs it refuses. */
  readonly goodsValueUsd?: Money | undefined;
};

/** Weight in grams and volume in cm³ over the cargo lines. */
export function loadOf(cargo: readonly Pick<ShipmentCargo, "grossWeightGrams" | "volumeCm3">[]) {
  const sum = (measure: "grossWeightGrams" | "volumeCm3") => cargo.reduce((all, line) => all + line[measure], 0);
  return { grossWeightGrams: sum("grossWeightGrams"), volumeCm3: sum("volumeCm3") };
}

/** Lines that a declaration of the whole cargo has: one for each of its lines, since lots of one code differ in price or unit and are drafted apart. */
export const hsLinesOf = (cargo: readonly Pick<ShipmentCargo, "hsCode">[]): number => cargo.length;

/** Totals over the cargo lines: those of `loadOf`, packages, and the declared lines. */
export const shipmentTotals = ({ cargo }: Pick<Shipment, "cargo">) => ({
  ...loadOf(cargo),
  packages: cargo.reduce((all, { packages }) => all + packages, 0),
  hsLines: hsLinesOf(cargo),
});

/** A computed value in exact units; the screen words and formats it. */
export type FigureValue =
  | { readonly kind: "weight"; readonly weightGrams: number }
  | { readonly kind: "volume"; readonly volumeCm3: number }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "quantity"; readonly quantityMilli: number; readonly unit: "kg_per_cbm" | "man_day" }
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "duration"; readonly minutes: number }
  | { readonly kind: "text"; readonly text: string }
  /** `tests` have samples of their own beside those of the defect classes. */
  | { readonly kind: "plan"; readonly rows: readonly SamplingPlanRow[]; readonly tests: readonly TestPlanRow[] }
  /** A sentence: `note.<code>` in the kind's messages. */
  | { readonly kind: "note"; readonly code: string; readonly values?: IssueValues; readonly isWarning?: true };

/** `key` is `figure.<key>` in the kind's messages. */
export type Figure = {
  readonly key: string;
  readonly value: FigureValue;
  /** What fills the words of `figure.<key>`. */
  readonly named?: Readonly<Record<string, string>>;
};

/**
 * How much of a basis the request asks for: thousandths as a whole number, `contingent` when it is priced but enters no
 * total (a day after free time, an amendment), or null when the basis makes no sense for this request.
 */
export type Quantity = number | "contingent" | null;
export type Quantities = { readonly [B in QuantityBasis]: Quantity };

/** A condition of a bid, as far as it may say what a term says too. */
export type StatedCondition = { readonly type: string; readonly value: unknown };

/** What a bidder is told at its terms. */
/** Between which states goods are carried, and by what. */
export type Carriage = Pick<Shipment, "mode" | "originCountry" | "destinationCountry">;

export type TermsRefusal = Refusal<
  | "quote_expires_in_past"
  | "mid_not_of_pair"
  | "cips_not_in_yuan"
  | "fallback_not_in_yuan"
  | "slot_system_not_at_hub"
  | "liability_not_of_way"
  | "equipment_not_of_mode"
  | "plates_not_of_mode"
>;

export type DaysRefusal = Refusal<"days_below_way">;

/** Which orders are asked why a step did not occur. */
export type PassedReason = "always" | "state_charges";

/**
 * `isDelivery` marks the one that delivers the order, `startsDays` the one from which a bid's days run: the buyer has done
 * its part, goods, papers or money are with the provider. One that is `isFloating` may come before those that stand before it, one that stands `besideAfter` another at any time between that
 * one and the delivery, one that is `isUnusual` is not waited for, and one
 * that is `isRequired` cannot be passed over. `brings` is the evidence expected of it. `earliest` says when it can have
 * happened, where something does.
 */
export type Milestone = {
  readonly code: string;
  readonly isDelivery?: true;
  readonly isFloating?: true;
  readonly besideAfter?: string;
  readonly isUnusual?: true;
  readonly isRequired?: true;
  /** The modes of carriage whose orders have it; every mode where left out. */
  readonly modes?: readonly Mode[];
  /** Other modes whose orders were made with it before, and wait for it still; one that is in an order of a mode that is named nowhere is not waited for. */
  readonly formerModes?: readonly Mode[];
  /** Of a step that some orders have not got: the one at which a gate that names it holds an order that has not got it. */
  readonly counterpart?: string;
  readonly startsDays?: true;
  /**
   * It says that papers are complete, those of the deal that are required before the filing or those that its own order hands over: told while
   * some are missing, it is asked why.
   */
  readonly needsPapers?: "before_filing" | "handed_over";
  /** It is not passed over without a word why: of every order, or of those whose price or declarations hold duty or tax. */
  readonly passedWithReason?: PassedReason;
  /** The customs' own act, which lets goods go: whoever states it gives the number that the customs gave. */
  readonly isRelease?: true;
  readonly earliest?: EarliestRule;
  /** It is agreed for a time: where it came sooner, what waits for it goes on from that time, or once its order is delivered. */
  readonly isAppointment?: true;
  readonly brings?: readonly EvidenceKind[];
  /** The step at which papers are handed over: any deliverable of the order that is there is what it brings. */
  readonly isHandover?: true;
};

/** A part of the work that only somebody established in a country may do, by the code of the charge that pays for it. */
export type LocalPart = { readonly code: ChargeCode; readonly country: string };

/** What a request may be held against of the other requests of its deal. */
export type Beside = {
  /** The first and the last day on which the deal's haul is to fetch the goods; null where nobody is asked to. */
  readonly firstPickUpDay: LocalDate | null;
  readonly lastPickUpDay: LocalDate | null;
};

/**
 * All that the market must know of one kind of service. Methods, not function properties, so that a kind of one spec can
 * stand where any kind is asked for.
 */
export interface ServiceKind<Spec = unknown, Terms = unknown> {
  readonly service: Service;
  /** A pattern of the words by which a text in any of the market's languages asks for it, as `foldText` writes them; none: never read out of one. */
  readonly askedBy?: string;
  /** The wire form of a request's spec: strict, bounded; `z.encode` gives the wire form back. */
  readonly specSchema: z.ZodType<Spec>;
  /** How a form's fields fill the wire form. */
  readonly specForm: readonly FormField[];
  /** Which fields of that form an entry of the buyer's address book fills together; none where left out. */
  readonly bookSlots?: readonly BookSlot[];
  /** What a request must name; `checkSpec` refuses one without it and the form marks its fields. */
  readonly required?: readonly Requirement[];
  /** What is due and not given, and rules between the fields and against the deal: all but those that need something `unread`. */
  checkSpec(spec: Spec, shipment: Shipment, unread?: Unread): readonly SpecIssue[];
  /** Members with a day, or a time, on which work is to be done: none is past when the request is posted. */
  readonly plannedDays?: readonly string[];
  /** Members (paths with dots) that only the buyer and the provider with whom it contracts may know. */
  readonly privateMembers?: readonly string[];
  /** What is allowed and mostly a slip. */
  warnings?(spec: Spec, shipment: Shipment): readonly SpecWarning[];
  /** What is allowed and does not go with what the deal asks for beside it; worded as a warning. */
  conflicts?(spec: Spec, beside: Beside): readonly SpecWarning[];
  /** Hubs that the spec names beside the deal's. */
  otherHubIds?(spec: Spec): readonly string[];
  /** What a bid may charge for, in display order. */
  readonly chargeCodes: readonly ChargeCode[];
  /** The empty lines that a bid form starts with. */
  suggestedCharges(spec: Spec, shipment: Shipment): readonly { readonly code: ChargeCode; readonly basis: Basis }[];
  /** The parts of the work that are bound to a country; a kind whose work anybody may do anywhere has none. */
  localParts?(spec: Spec, ends: Pick<Shipment, "originCountry" | "destinationCountry">): readonly LocalPart[];
  /** In the order of reporting. */
  readonly milestones: readonly Milestone[];
  /** What its steps can be late for, beside what any kind of work can. */
  readonly lateReasons?: readonly LateReason[];
  /** What its work can stop for, beside what any kind of work can. */
  readonly stopReasons?: readonly StopReason[];
  /** Steps that an order is made without, by what was asked for and by whether its provider has approved the client on an earlier one; none where it is left out. */
  stepsLeftOut?(of: { readonly spec: Spec; readonly isClientKnown: boolean }): readonly string[];
  /** The step by which the provider approves its client, for later orders too; none where no client is approved. */
  readonly clientApproval?: string;
  /** Steps that do not occur with most orders of such a spec, beside those that are `isUnusual` with every one; none where it is left out. */
  unusualSteps?(spec: Spec): readonly string[];
  /** What its provider hands over beside its work, such as a waybill or a receipt; words under `deliverable` in its messages. */
  readonly deliverables?: readonly string[];
  /** The step whose evidence (a file put to it, a declaration's number) is a deliverable, by deliverable. */
  readonly deliverableSteps?: Readonly<Record<string, string>>;
  /** The papers of the deal that are a deliverable, by deliverable: kinds of documents. A provider who is no party of the papers has none. */
  readonly deliverablePapers?: Readonly<Record<string, readonly DocumentKind[]>>;
  /** Whether a deliverable can come with an order of this spec by this mode of transport to this country; all of them where it is left out. */
  offers?(code: string, of: { readonly spec: Spec; readonly mode: Mode; readonly destinationCountry: string }): boolean;
  /** The deliverables that an order of this spec owes; all of them where it is left out. */
  owed?(spec: Spec): readonly string[];
  /** The numbers that whoever reports a step can give with it, by the way of the goods; a kind without goods in hand has none. */
  evidenceFields?(of: Carriage): readonly EvidenceField[];
  quantities(spec: Spec, shipment: Shipment): Quantities;
  /** Of what a percentage is; the bases of `BID_RESOLVED_BASES` are resolved by the bid from its own lines. */
  basisAmounts(spec: Spec, shipment: Shipment): Partial<Record<PercentBasis, Money>>;
  /** Computed figures, for the screen. */
  figures(spec: Spec, shipment: Shipment): readonly Figure[];
  /** Computed members (JSON) that the API's answer adds to the spec, such as the sampling plan. */
  answerFields(spec: Spec, shipment: Shipment): Readonly<Record<string, unknown>>;
  /** What a bid says beside its charges; every member optional, unknown ones refused. */
  readonly termsSchema: z.ZodType<Terms>;
  readonly termsForm: readonly FormField[];
  /** The terms with what the bid's conditions say of the same; a kind of which no condition says anything has none. */
  termsWith?(terms: Terms, conditions: readonly StatedCondition[]): Terms;
  /** Rules of terms against the request that they answer, at the time of bidding; a kind without such rules has none. */
  checkTerms?(
    terms: Terms,
    of: { readonly spec: Spec; readonly shipment: Shipment; readonly now: Instant },
  ): Result<void, TermsRefusal>;
  /** Whether the days that a bid promises leave room for what its own terms say that they take; a kind whose terms say nothing of it has none. */
  checkDays?(terms: Terms, promised: DayRange): Result<void, DaysRefusal>;
  /** What of a term's values a bid on this request may choose, by the field's name; fields that it leaves out have all of theirs. */
  termChoices?(spec: Spec, shipment: Shipment): Readonly<Record<string, readonly string[]>>;
  /** When the quote ends, where the terms say so apart from the bid's validity; a kind that quotes no rates has none. */
  quoteExpiresAt?(terms: Terms): Instant | null;
  /**
   * The step of another service's order in the same deal that the days of a bid also wait for: they run from the later of it and the own step
   * that starts them. A kind whose days wait for nobody else has none.
   */
  daysAlsoFrom?(spec: Spec, mode: Mode): { readonly service: Service; readonly code: string } | null;
  /**
   * By step: the step of another service's order in the same deal that its time waits for; it waits for the gates before it as well. A kind whose
   * steps wait for nobody else, and for no gate, has none.
   */
  stepsAlsoFrom?(
    spec: Spec,
    mode: Mode,
  ): Readonly<Record<string, { readonly service: Service; readonly code: string }>>;
  /**
   * By step: the step of another service's order in the same deal with which the goods come before it, so that it cannot have happened sooner. A kind
   * whose steps need no goods has none.
   */
  goodsFirst?(spec: Spec, mode: Mode): Readonly<Record<string, { readonly service: Service; readonly code: string }>>;
  /** By when each step is due, by what was agreed and what has happened; a kind without promises has none. Its words: `due` of its messages. */
  dueTimes?(agreed: Agreed<Spec, Terms>): DueTimes;
  /** The hours by which its delivery is due in place of the days, where the terms say such; a kind that counts days alone has none. Its words: `promisedHours` of its messages. */
  promisedHours?(terms: Partial<Terms>): PromisedHours | null;
  /** The term whose promised hours leave no days to count, before them or beside them. Its words: `hoursFrom` of its messages. */
  readonly hoursAlone?: string;
  /** From what the promised time of a step is counted, of steps that wait for several things. Its words: `dueStart` of its messages. */
  dueStarts?(agreed: Agreed<Spec, Terms>): Readonly<Record<string, TimeStart | null>>;
}

/**
 * A floating milestone may come before those that stand before it: a slot is reserved before the goods are picked up, or after. One that stands `besideAfter` another
 * comes at any time between that one and the delivery: goods are let out before the far side's duties are paid, or after. One that is
 * unusual is not waited for: a question of the customs, a slot where no truck crosses a land border. One that is required cannot be passed over:
 * no money is sent before it came in.
 */
export type MilestoneDefinition = {
  readonly code: string;
  readonly isDelivery?: boolean;
  readonly isFloating?: true;
  readonly besideAfter?: string;
  readonly isUnusual?: true;
  readonly isRequired?: true;
};
