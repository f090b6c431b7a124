import { z } from "zod";
import { DECLARATION_SIDES, DECLARATION_STATES } from "../../domain/clearance/declaration";
import { ANSWERERS } from "../../domain/clearance/declaration-task";
import type { Compared } from "../../domain/clearance/duty-comparison";
import type { ShownDeclaration } from "../../domain/clearance/declaration-view";
import { INCOTERMS } from "../../domain/tariff/incoterm";
import { DUTY_UNITS } from "../../domain/tariff/duty-rate";
import { toIso } from "../../domain/shared/instant";
import { CURRENCIES, type Money } from "../../domain/shared/money";
import { toWireMoney } from "../../domain/shared/money-schema";
import { dayText, idText, isoOrNull, listShape, moneyShape, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { clearancePage } from "./queries";

const comparedShape = z
  .strictObject({
    estimated: moneyShape.nullable(),
    assessed: moneyShape.nullable(),
    difference: moneyShape.nullable().meta({ description: "Assessed less estimated; null where either is not known" }),
  })
  .meta({ id: "ComparedDuty" });

const charges = { duty: comparedShape, excise: comparedShape, vat: comparedShape, total: comparedShape };

const questionShape = z.strictObject({
  number: z.int(),
  question: z.string(),
  answersBy: z.enum(ANSWERERS),
  answerBy: timeText.nullable(),
  askedAt: timeText,
  answer: z.string().nullable(),
  answeredAt: timeText.nullable(),
  fileIds: z.array(idText),
  answerFileIds: z.array(idText),
});

const entryShape = z.strictObject({
  event: z.string().meta({ description: "What happened: `draft`, `file`, `question` …" }),
  occurredAt: timeText,
  words: z.string(),
  fileIds: z.array(idText),
});

const declared = {
  name: z.string().meta({ description: "The goods as they are declared" }),
  hsCode: z.string(),
  customsValue: moneyShape,
};

const goodsShape = z
  .strictObject({
    packages: z.int(),
    packageType: z.string(),
    grossWeightGrams: z.int(),
    netWeightGrams: z.int().nullable(),
    originCountry: z.string().nullable(),
    quantities: z
      .partialRecord(z.enum(DUTY_UNITS), z.int())
      .meta({ description: "Thousandths of the units that the customs count, where the request gives them" }),
  })
  .meta({ description: "What the deal says of the goods of the line" });

const declarationShape = z
  .strictObject({
    id: idText,
    number: z.int().meta({ description: "Counts the order's declarations" }),
    side: z.enum(DECLARATION_SIDES),
    country: z.string(),
    currency: z.enum(CURRENCIES),
    state: z.enum(DECLARATION_STATES),
    revision: z.int(),
    remarks: z.string(),
    lines: z.array(
      z.strictObject({
        line: z.int(),
        description: z.string().meta({ description: "The goods as the deal names them" }),
        ...declared,
        goods: goodsShape,
        before: z.strictObject(declared).nullable().meta({
          description: "What the buyer had read of the line before it was changed; null where it is as it was",
        }),
      }),
    ),
    incoterm: z.strictObject({ rule: z.enum(INCOTERMS), place: z.string() }),
    registeredNumber: z.string().nullable().meta({ description: "Of the customs" }),
    approvedAt: timeText.nullable(),
    filedAt: timeText.nullable(),
    estimateDay: dayText.nullable().meta({ description: "Whose rates the estimate is by" }),
    duties: z.strictObject({
      lines: z.array(z.strictObject({ line: z.int(), hsCode: z.string(), ...charges })),
      fee: comparedShape,
      ...charges,
    }),
    due: moneyShape.meta({ description: "Of what was assessed, still to be paid" }),
    questions: z.array(questionShape),
    entries: z.array(entryShape),
    version: z.int(),
  })
  .meta({ id: "Declaration" });

const moneyOrNull = (amount: Money | null) => amount && toWireMoney(amount);

const writeCompared = ({ estimated, assessed, difference }: Compared) => ({
  estimated: moneyOrNull(estimated),
  assessed: moneyOrNull(assessed),
  difference: moneyOrNull(difference),
});

const writeCharges = (of: Readonly<Record<"duty" | "excise" | "vat" | "total", Compared>>) => ({
  duty: writeCompared(of.duty),
  excise: writeCompared(of.excise),
  vat: writeCompared(of.vat),
  total: writeCompared(of.total),
});

const writeDeclared = ({
  name,
  hsCode,
  value,
}: Pick<ShownDeclaration["lines"][number], "name" | "hsCode" | "value">) => ({
  ...{ name, hsCode, customsValue: toWireMoney(value) },
});

const writeDeclaration = ({ lines, duties, questions, entries, ...of }: ShownDeclaration) => ({
  ...{ id: of.id, number: of.number, side: of.side, country: of.country, currency: of.currency, state: of.state },
  ...{ revision: of.revision, remarks: of.remarks, registeredNumber: of.registeredNumber, version: of.version },
  incoterm: of.incoterm,
  lines: lines.map(({ line, description, goods, before, ...said }) => ({
    ...{ line, description, goods, ...writeDeclared(said) },
    before: before && writeDeclared(before),
  })),
  approvedAt: isoOrNull(of.approvedAt),
  filedAt: isoOrNull(of.filedAt),
  estimateDay: of.estimateDay,
  duties: {
    lines: duties.lines.map(({ line, hsCode, ...rest }) => ({ line, hsCode, ...writeCharges(rest) })),
    fee: writeCompared(duties.fee),
    ...writeCharges(duties),
  },
  due: toWireMoney(of.due),
  questions: questions.map(({ fileIds, answerFileIds, ...question }) => ({
    ...question,
    ...{ fileIds: [...fileIds], answerFileIds: [...answerFileIds], askedAt: toIso(question.askedAt) },
    ...{ answerBy: isoOrNull(question.answerBy), answeredAt: isoOrNull(question.answeredAt) },
  })),
  entries: entries.map(({ event, occurredAt, words, fileIds }) => ({
    ...{ event, words, occurredAt: toIso(occurredAt), fileIds: [...fileIds] },
  })),
});

export const listDeclarations = queryEndpoint({
  name: "listDeclarations",
  path: "/api/v1/orders/{orderId}/declarations",
  summary:
    "The customs declarations of an order, to its two parties: estimated against assessed, questions, what happened",
  scope: "orders:read",
  params: z.strictObject({ orderId: pathId }),
  response: listShape(declarationShape),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await clearancePage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept({ items: page.declarations.map(writeDeclaration), nextCursor: null }) : refuse("not_found");
  },
});
