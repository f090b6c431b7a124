import { z } from "zod";
import { typedLate } from "@/domain/orders/late-fields";
import { MARKET_ZONE } from "@/domain/shared/time";
import { confirmedTick } from "@/server/platform/form/form-fields";
import { type Complaints, readFields } from "@/server/platform/form/form-action";
import { neededAmount, typedAmount, typedTime } from "../../../../typed-fields";

const order = { orderId: z.string(), version: z.coerce.number().optional(), zone: z.string() };

const told = {
  occurredAt: z.string("required"),
  words: z.string().default(""),
  fileIds: z.array(z.string()).default([]),
};

type Timed = { readonly zone?: string | undefined; readonly occurredAt?: string | undefined };

const withTime = <T extends Timed>({ zone = MARKET_ZONE, occurredAt, ...rest }: T, context: Complaints) => ({
  ...rest,
  occurredAt: typedTime(occurredAt, { field: "occurredAt", zone, context }),
});

export const confirmForm = z.object({ orderId: z.string(), lockId: z.string() });

export const bearForm = z.object({ orderId: z.string(), attempt: z.coerce.number() });

export const keepForm = z.object({ orderId: z.string(), version: order.version });

export const answerForm = z.object({ orderId: z.string(), version: order.version, answer: z.string("required") });

const held = { orderId: z.string(), version: order.version, fileIds: told.fileIds };

export const askPayerForm = z.object({ orderId: z.string(), version: order.version, question: z.string("required") });

const payeeText = z.string().optional();

export const tellPayeeForm = z
  .object({
    ...held,
    words: told.words,
    ...{
      payeeName: payeeText,
      payeeBank: payeeText,
      payeeBic: payeeText,
      payeeBik: payeeText,
      payeeAccount: payeeText,
      isPayeeAccountChecked: confirmedTick,
    },
  })
  .transform(({ payeeName: name, payeeBank: bank, payeeBic: bic, payeeBik: bik, payeeAccount: account, ...rest }) => {
    const { isPayeeAccountChecked: isAccountChecked, ...told } = rest;
    return { ...told, payee: { name, bank, bic, bik, account, ...(isAccountChecked ? { isAccountChecked } : {}) } };
  });

export const explainPayerForm = z.object({
  ...held,
  ...{ relationship: z.string("required"), explanation: z.string("required") },
});

export const acceptPayerForm = z.object({
  ...held,
  ...{ relationship: z.string("required"), document: z.string("required") },
});

const advice = { ...held, valueDate: z.string("required"), reference: z.string("required") };

export const readReturnPayer = readFields(advice, (typed) => typed);

export const readReturnFunds = readFields(
  { ...advice, amount: z.string().optional(), amountCurrency: z.string().default("") },
  ({ amount, amountCurrency = "", ...rest }, context) => ({
    ...rest,
    amount: neededAmount(amount, {
      path: ["amount"],
      currency: amountCurrency,
      currencyField: "amountCurrency",
      context,
    }),
  }),
);

export const transitionForm = z.object({ ...order, ...told }).transform(withTime);

export const receiptForm = z.object({ ...order, ...told, ...typedLate }).transform(withTime);

export const reasonedForm = z.object({ ...order, ...told, reason: z.string("required") }).transform(withTime);

export const readLock = readFields(
  {
    ...order,
    base: z.string("required"),
    rate: z.string("required"),
    reference: z.string("required"),
    lockedAt: z.string("required"),
    expiresAt: z.string().optional(),
  },
  ({ zone = MARKET_ZONE, lockedAt, expiresAt, ...rest }, context) => ({
    ...rest,
    lockedAt: typedTime(lockedAt, { field: "lockedAt", zone, context }),
    ...(expiresAt === undefined ? {} : { expiresAt: typedTime(expiresAt, { field: "expiresAt", zone, context }) }),
  }),
);

export const readSending = readFields(
  {
    ...order,
    ...told,
    ...typedLate,
    amount: z.string().optional(),
    amountCurrency: z.string().default(""),
    channel: z.string().optional(),
    referenceKind: z.string("required"),
    reference: z.string("required"),
  },
  ({ amount, amountCurrency = "", ...rest }, context) => ({
    ...withTime(rest, context),
    amount: neededAmount(amount, {
      path: ["amount"],
      currency: amountCurrency,
      currencyField: "amountCurrency",
      context,
    }),
  }),
);

export const readReturn = readFields(
  {
    ...order,
    ...told,
    reason: z.string("required"),
    amountReturned: z.string().optional(),
    amountReturnedCurrency: z.string().default(""),
    cost: z.string().optional(),
    costCurrency: z.string().default(""),
    isCostApart: confirmedTick,
    costBorneBy: z.string().optional(),
  },
  (typed, context) => {
    const { amountReturned, amountReturnedCurrency = "", cost, costCurrency = "", ...rest } = typed;
    return {
      ...withTime(rest, context),
      amountReturned: neededAmount(amountReturned, {
        ...{ path: ["amountReturned"], currency: amountReturnedCurrency, context },
        currencyField: "amountReturnedCurrency",
      }),
      ...(cost === undefined
        ? {}
        : {
            cost: typedAmount(cost, { path: ["cost"], currency: costCurrency, currencyField: "costCurrency", context }),
          }),
    };
  },
);
