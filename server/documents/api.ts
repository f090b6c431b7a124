import { z } from "zod";
import {
  CHECK_RULES,
  type CheckRule,
  type Finding,
  type Side,
  type Stated,
} from "../../domain/documents/check-findings";
import type { DealDocument } from "../../domain/documents/deal-document";
import { DOCUMENT_KINDS, DOCUMENT_PARTIES } from "../../domain/services/document-kind";
import type { DocumentsView } from "../../domain/documents/document-view";
import { fieldsSchemaOf } from "../../domain/documents/document-fields";
import { PAPER_STATES, READINESS_STATES } from "../../domain/documents/readiness";
import { toIso } from "../../domain/shared/instant";
import { toWireMoney } from "../../domain/shared/money-schema";
import { dayText, idText, moneyShape, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { documentsView } from "./queries";

const kind = z.enum(DOCUMENT_KINDS);

const stated = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("weight"), grams: z.int() }),
  z.strictObject({ as: z.literal("count"), count: z.int() }),
  z.strictObject({ as: z.literal("codes"), codes: z.array(z.string()) }),
  z.strictObject({ as: z.literal("money"), money: moneyShape }),
  z.strictObject({ as: z.literal("day"), day: z.string() }),
  z.strictObject({ as: z.literal("text"), text: z.string() }),
]);

const side = z
  .strictObject({
    source: z.enum([...DOCUMENT_KINDS, "deal", "lines", "border"]),
    documentIds: z.array(idText),
    stated,
  })
  .meta({ id: "StatedSide" });

const entry = z
  .strictObject({
    id: idText,
    version: z.int(),
    number: z.string(),
    date: dayText,
    fields: z.record(z.string(), z.unknown()).meta({ description: "Those of the kind, as they are sent" }),
    fileId: z.string().nullable(),
    enteredAs: z.enum(DOCUMENT_PARTIES),
    enteredAt: timeText,
  })
  .meta({ id: "DealDocument" });

const reason = z.strictObject({
  ruleId: z.string(),
  source: z.string(),
  note: z.string(),
  fromDay: dayText,
  daysAhead: z.int().meta({ description: "Dated at least so many days before the border day" }),
});

const row = z.strictObject({
  kind,
  state: z.enum(PAPER_STATES).meta({
    description:
      "`optional`: not entered, and the goods cross without it at the common duty; `not_entered`: not entered here before the goods were released, carried or delivered, for which it was needed",
  }),
  provider: z.enum(DOCUMENT_PARTIES).nullable().meta({ description: "Null where no rule asks for it" }),
  reasons: z.array(reason),
  entries: z.array(entry),
  filed: z
    .array(z.strictObject({ country: z.string(), number: z.string() }))
    .meta({ description: "Of a declaration: the numbers under which the deal's orders have filed it" }),
});

const documentsShape = z
  .strictObject({
    readiness: z.strictObject({
      state: z.enum(READINESS_STATES),
      missing: z.int(),
      blocked: z.int(),
      borderDay: dayText.meta({ description: "The latest planned day at China's border, by which all is judged" }),
    }),
    documents: z.array(row),
    findings: z.array(
      z
        .strictObject({
          rule: z.enum(Object.keys(CHECK_RULES) as [CheckRule, ...CheckRule[]]),
          severity: z.enum(["blocked", "warning"]),
          left: side,
          right: side.nullable(),
          toleranceBps: z.int(),
        })
        .meta({ id: "DocumentFinding" }),
    ),
    leftOut: z.array(
      z.strictObject({
        ruleId: z.string(),
        document: kind,
        source: z.string(),
        because: z.array(z.string()).meta({
          description:
            "Conditions that do not hold, `not_yet`, `ended`, or `nothing_to_lower` of a paper for a lower duty",
        }),
      }),
    ),
  })
  .meta({ id: "DealDocuments" });

const writeStated = (value: Stated): z.input<typeof stated> =>
  value.as === "money"
    ? { as: "money", money: toWireMoney(value.money) }
    : value.as === "codes"
      ? { as: "codes", codes: [...value.codes] }
      : value;

const writeSide = ({ source, documentIds, stated: value }: Side): z.input<typeof side> => ({
  source,
  documentIds: [...documentIds],
  stated: writeStated(value),
});

const writeFinding = ({ left, right, ...rest }: Finding) => ({
  ...rest,
  left: writeSide(left),
  right: right && writeSide(right),
});

const writeEntry = ({ id, version, number, date, fileId, enteredAs, enteredAt, ...document }: DealDocument) => ({
  ...{ id, version, number, date, fileId, enteredAs, enteredAt: toIso(enteredAt) },
  fields: z.encode(fieldsSchemaOf(document.kind), document.fields) as Record<string, unknown>,
});

/** The papers of a deal as the API answers them. */
const writeDocuments = ({ readiness, borderDay, findings, leftOut }: DocumentsView) => ({
  readiness: { state: readiness.state, missing: readiness.missing, blocked: readiness.blocked, borderDay },
  documents: readiness.rows.map(({ kind: ofKind, state, provider, reasons, documents, filed }) => ({
    ...{ kind: ofKind, state, provider, entries: documents.map(writeEntry) },
    filed: filed.map(({ country, number }) => ({ country, number })),
    reasons: reasons.map(({ ruleId, source, noteEn: note, fromDay, daysAhead }) => ({
      ...{ ruleId, source, note, fromDay, daysAhead },
    })),
  })),
  findings: findings.map(writeFinding),
  leftOut: leftOut.map(({ ruleId, document, source, because }) => ({
    ruleId,
    document,
    source,
    because: [...because],
  })),
});

export const getDocuments = queryEndpoint({
  name: "getDealDocuments",
  path: "/api/v1/deals/{dealId}/documents",
  summary: "Which papers a deal needs, which are there, and what contradicts what",
  description: "To the deal's buyer and the providers of its customs and logistics orders.",
  scope: "deals:read",
  params: z.strictObject({ dealId: pathId }),
  response: documentsShape,
  async run({ actor, params }) {
    const view = await documentsView(platform().database.read, actor, params.dealId);
    return view ? accept(writeDocuments(view)) : refuse("not_found");
  },
});
