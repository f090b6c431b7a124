import { z } from "zod";
import { parseScaled, QUANTITY_PLACES } from "@/domain/shared/parse-scaled";
import { typedLate } from "@/domain/orders/late-fields";
import { confirmedTick } from "@/server/platform/form/form-fields";
import { neededAmount, typedAmount, typedTime } from "../../../../typed-fields";

/** Which declaration, and the version that was read. */
const ofDeclaration = { declarationId: z.string(), version: z.coerce.number().optional() };

const fileIds = z.array(z.string()).default([]);

const FIELDS = {
  words: z.string().optional(),
  number: z.string("required"),
  isConfirmed: confirmedTick,
  question: z.string("required"),
  answer: z.string("required"),
  receipt: z.string("required"),
  act: z.string(),
  earlyReason: z.string().optional(),
  ...typedLate,
  answersBy: z.string("required"),
  answerBy: z.string().optional(),
  fileIds,
} as const;

type Name = keyof typeof FIELDS;

/** A deed that is done as it is sent. */
export const plainForm = (names: readonly Name[]) =>
  z.object({ ...ofDeclaration, ...Object.fromEntries(names.map((name) => [name, FIELDS[name]])) });

/** A deed of the customs: when it was, and what shows it. */
export const actForm = (names: readonly Name[]) =>
  plainForm([...names, "fileIds"])
    .extend({ occurredAt: z.string("required"), zone: z.string() })
    .transform(({ zone, occurredAt, ...rest }, context) => {
      const { answerBy } = rest as { answerBy?: string };
      const until = typedTime(answerBy, { field: "answerBy", zone, context });
      return {
        ...rest,
        occurredAt: typedTime(occurredAt, { field: "occurredAt", zone, context }),
        ...(answerBy === undefined ? {} : { answerBy: until }),
      };
    });

const draftedLine = z.object({
  line: z.coerce.number(),
  name: z.string().optional(),
  hsCode: z.string().optional(),
  value: z.string().optional(),
  packages: z.string().optional(),
  gross: z.string().optional(),
  net: z.string().optional(),
  quantity: z.string().optional(),
  unit: z.string().optional(),
});

/** A figure of so many decimals as people write it; what is none is complained of at its field. */
function typedFigure(
  text: string | undefined,
  {
    places,
    path,
    context,
  }: { readonly places: number; readonly path: PropertyKey[]; readonly context: z.core.$RefinementCtx },
): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const figure = parseScaled(text, places);
  if (figure !== null && figure > 0) return figure;
  const message = places === 0 ? "whole_number_malformed" : "number_malformed";
  context.addIssue({ code: "custom", path, message, input: text });
  return undefined;
}

const drafted = z.object({
  currency: z.string().default(""),
  country: z.string().optional(),
  remarks: z.string().default(""),
  lines: z.array(draftedLine).default([]),
  isConfirmed: confirmedTick,
  isUnitConfirmed: confirmedTick,
});

type Drafted = z.output<typeof drafted>;

/** Lines that say nothing belong to another declaration of the same goods. */
function draftOf(
  { currency, lines, country, remarks, isConfirmed, isUnitConfirmed }: Drafted,
  context: z.core.$RefinementCtx,
) {
  const filled = lines.map((line, at) => ({ ...line, at })).filter(({ hsCode, value }) => hsCode ?? value);
  return {
    ...{ remarks, isConfirmed, isUnitConfirmed },
    ...(country === undefined ? {} : { country }),
    lines: filled.map(({ line, name, hsCode, value, at, ...goods }) => {
      if (hsCode === undefined)
        context.addIssue({ code: "custom", path: ["lines", at, "hsCode"], message: "required", input: hsCode });
      const customsValue = neededAmount(value, { path: ["lines", at, "value"], currency, context });
      const figure = (part: "packages" | "gross" | "net" | "quantity", places: number = QUANTITY_PLACES) =>
        typedFigure(goods[part], { places, path: ["lines", at, part], context });
      const milli = figure("quantity");
      if (milli !== undefined && !goods.unit)
        context.addIssue({ code: "custom", path: ["lines", at, "unit"], message: "required", input: goods.unit });
      return {
        ...{ line, name, hsCode: hsCode ?? "", customsValue, packages: figure("packages", 0) },
        ...{ grossWeightGrams: figure("gross"), netWeightGrams: figure("net") },
        ...(milli === undefined ? {} : { quantity: { unit: goods.unit, milli } }),
      };
    }),
  };
}

export const draftForm = drafted
  .extend({ orderId: z.string(), side: z.string() })
  .transform(({ orderId, side, ...typed }, context) => ({ orderId, side, ...draftOf(typed, context) }));

export const reviseForm = drafted.extend(ofDeclaration).transform(({ declarationId, version, ...typed }, context) => ({
  ...{ declarationId, version },
  ...draftOf(typed, context),
}));

const assessedLine = z.object({
  line: z.coerce.number(),
  duty: z.string().optional(),
  excise: z.string().optional(),
  vat: z.string().optional(),
});

/** An excise that is left empty is none; everything else is said, were it nothing. */
export const assessForm = z
  .object({
    ...ofDeclaration,
    currency: z.string(),
    lines: z.array(assessedLine).default([]),
    fee: z.string().optional(),
    occurredAt: z.string("required"),
    zone: z.string(),
    fileIds,
  })
  .transform(({ currency, lines, fee, zone, occurredAt, ...rest }, context) => {
    const where = (at: number, part: string) => ({ path: ["lines", at, part], currency, context });
    return {
      ...rest,
      occurredAt: typedTime(occurredAt, { field: "occurredAt", zone, context }),
      fee: neededAmount(fee, { path: ["fee"], currency, context }),
      lines: lines.map(({ line, duty, excise, vat }, at) => ({
        line,
        duty: neededAmount(duty, where(at, "duty")),
        excise: typedAmount(excise ?? "0", where(at, "excise")),
        vat: neededAmount(vat, where(at, "vat")),
      })),
    };
  });
