import { z } from "zod";
import { CHECK_RULES, type CheckRule } from "../domain/documents/check-findings";
import type { DealDocument } from "../domain/documents/deal-document";
import type { DeliverableRow } from "../domain/documents/deliverables";
import type { DealDescribed } from "../domain/documents/document-line-rows";
import type { DocumentRule, RuleStanding } from "../domain/documents/document-rule";
import { GOODS_ACTS, PAPER_STATES, READINESS_STATES } from "../domain/documents/readiness";
import {
  DOCUMENT_KINDS,
  DOCUMENT_PARTIES,
  type DocumentKind,
  type DocumentParty,
} from "../domain/services/document-kind";
import type { Instant, LocalDate } from "../domain/shared/time";
import type { NamedPlace } from "../domain/shared/vocabulary";
import { type View, day, id, money, time } from "./fields";

const kind = z.enum(DOCUMENT_KINDS);

const stated = z.discriminatedUnion("as", [
  z.object({ as: z.literal("weight"), grams: z.int() }),
  z.object({ as: z.literal("count"), count: z.int() }),
  z.object({ as: z.literal("codes"), codes: z.array(z.string()) }),
  z.object({ as: z.literal("money"), money }),
  z.object({ as: z.literal("day"), day: z.custom<LocalDate>().meta({ override: { type: "string" } }) }),
  z.object({ as: z.literal("text"), text: z.string() }),
]);

const side = z
  .object({
    source: z.enum([...DOCUMENT_KINDS, "deal", "lines", "border"]),
    documentIds: z.array(id),
    stated,
  })
  .meta({ id: "StatedSide" });

const finding = z
  .object({
    rule: z.enum(Object.keys(CHECK_RULES) as [CheckRule, ...CheckRule[]]),
    severity: z.enum(["blocked", "warning"]),
    left: side,
    right: side.nullable(),
    toleranceBps: z.int(),
  })
  .meta({ id: "DocumentFinding" });

const entry = z
  .object({
    id,
    version: z.int(),
    number: z.string(),
    date: day,
    fields: z.record(z.string(), z.unknown()).meta({ description: "Those of the kind, as they are sent" }),
    fileId: z.string().nullable(),
    enteredAs: z.enum(DOCUMENT_PARTIES),
    enteredAt: time,
  })
  .meta({ id: "DealDocument" });

const reason = z.object({
  ruleId: z.string(),
  source: z.string(),
  note: z.string(),
  noteZh: z.string().meta({ description: "The same in Chinese" }),
  noteRu: z.string().meta({ description: "In Russian; empty where it was entered without, as the next two" }),
  noteVi: z.string().meta({ description: "In Vietnamese" }),
  noteKk: z.string().meta({ description: "In Kazakh" }),
  fromDay: day,
  daysAhead: z.int().meta({ description: "Dated at least so many days before the border day" }),
});

const row = z.object({
  kind,
  state: z.enum(PAPER_STATES).meta({
    description:
      "`optional`: not entered, and the goods cross without it at the common duty; `not_entered`: not entered here before the goods had left, were released or delivered, for which it was needed",
  }),
  doneBy: z
    .enum(GOODS_ACTS)
    .nullable()
    .meta({ description: "Of one that is `not_entered`: what was done without it here" }),
  provider: z.enum(DOCUMENT_PARTIES).nullable().meta({ description: "Null where no rule asks for it" }),
  reasons: z.array(reason),
  entries: z.array(entry),
  filed: z
    .array(z.object({ country: z.string(), number: z.string() }))
    .meta({ description: "Of a declaration: the numbers under which the deal's orders have filed it" }),
  findings: z.array(finding).meta({ description: "Those of the deal that concern its entries" }),
});

const leftOut = z.object({
  ruleId: z.string(),
  document: kind,
  source: z.string(),
  because: z.array(z.string()).meta({
    description: "Conditions that do not hold, `not_yet`, `ended`, or `nothing_to_lower` of a paper for a lower duty",
  }),
});

/** The papers of a deal as one of their parties reads them. */
export const dealDocuments = z
  .object({
    readiness: z.object({
      state: z.enum(READINESS_STATES),
      missing: z.int(),
      blocked: z.int(),
      borderDay: day.meta({ description: "The latest planned day at China's border, by which all is judged" }),
    }),
    documents: z.array(row),
    findings: z.array(finding),
    leftOut: z.array(leftOut),
  })
  .meta({ id: "DealDocuments" });

export type DealDocuments = View<typeof dealDocuments>;
export type NeededDocument = View<typeof row>;
export type DocumentFinding = View<typeof finding>;
export type LeftOutDocument = View<typeof leftOut>;

/** A version of a paper on its page. */
export type DocumentVersion = DealDocument & { readonly isWithdrawn: boolean };

/** The papers of a deal with what the viewer may do about them. */
export type DealDocumentsPage = DealDocuments & {
  readonly deal: DealDescribed & { readonly id: string; readonly reference: string; readonly title: string };
  /** What the viewer's organisation is in the deal. */
  readonly parties: readonly DocumentParty[];
  /** All versions, those that were withdrawn too. */
  readonly versions: readonly DocumentVersion[];
  /** What the viewer may enter; nothing for those who only read. */
  readonly enterable: readonly DocumentKind[];
  /** Which of the papers the viewer may revise and withdraw. */
  readonly ownIds: readonly string[];
};

/** A rule of documents as administrators see it. */
export type DocumentRuleRow = DocumentRule & {
  readonly id: string;
  readonly standing: RuleStanding;
  /** Null where the row came with a release. */
  readonly enteredBy: string | null;
  /** Whether an administrator entered it in place of a shipped row that says otherwise. */
  readonly differsFromShipped: boolean;
  /** The names of its hubs, in the order of its list. */
  readonly hubNames: readonly NamedPlace[];
};

/** A pack to whoever has its address: hashes and sizes, no names of files or parties. */
export type PackProof = {
  readonly id: string;
  readonly orderReference: string;
  readonly madeAt: Instant;
  readonly root: string;
  readonly entries: readonly {
    readonly number: number;
    readonly sha256: string;
    readonly bytes: number;
    readonly deliverable: string | null;
  }[];
};

/** What an order hands over, with its packs, as one of its parties sees it. */
export type OrderPacks = {
  readonly deliverables: readonly DeliverableRow[];
  /** The viewer's own files that are not said to be any of them. */
  readonly unnamed: readonly { readonly id: string; readonly name: string }[];
  readonly packs: readonly {
    readonly id: string;
    readonly madeAt: Instant;
    readonly root: string;
    readonly count: number;
  }[];
  readonly mayName: boolean;
  readonly mayMake: boolean;
};
