import { convert, type ExchangeRate } from "../shared/exchange-rate";
import { allocate, type Currency, isStorable, type Money, money, sum, zero } from "../shared/money";
import { accept, type Result, refuse } from "../shared/result";
import { chargeByRate, chargeByValue } from "./charge-by-rate";
import type {
  DutiableLine,
  DutyEstimate,
  DutyFigure,
  DutyGround,
  DutyLine,
  DutyQuestion,
  EstimateRefusal,
  NotKnown,
} from "./duty-estimate";
import type { DutyCharge, DutyRate } from "./duty-rate";
import { findFee, findRate } from "./find-rate";

const unknown = (missing: NotKnown, rate: DutyRate | null = null): DutyFigure => ({
  amount: null,
  rate,
  exchangeRates: [],
  missing,
});

const notKnown = (refusal: { ok: false; refusal: NotKnown }, rate: DutyRate | null = null): DutyFigure =>
  unknown(refusal.refusal, rate);

function figureOf(charge: DutyCharge, line: DutiableLine, base: Money, { rates, exchange }: DutyGround): DutyFigure {
  const rate = findRate(rates, { charge, hsCode: line.hsCode, day: exchange.day });
  if (!rate) return notKnown(refuse("duty_rate_missing", { hsCode: line.hsCode }));
  const charged = chargeByRate(rate, base, line.quantities, exchange);
  return charged.ok ? { ...charged.value, rate, missing: null } : notKnown(charged, rate);
}

const known = (figures: readonly DutyFigure[], currency: Currency): Money =>
  sum(
    figures.flatMap((figure) => figure.amount ?? []),
    currency,
  );

type Figures = Pick<DutyLine, "duty" | "excise" | "vat"> & { readonly customsValue: Money };

const partsOf = ({ duty, excise, vat }: Figures): readonly DutyFigure[] => [duty, excise, vat];

/** Tax on value, duty and excise. On a value without its duty it would be too little, and look right. */
function vatOf(line: DutiableLine, of: Omit<Figures, "vat">, ground: DutyGround): DutyFigure {
  const { customsValue, duty, excise } = of;
  if (!duty.amount || !excise.amount) return notKnown(refuse("rests_on_unknown"));
  const minor = customsValue.minor + duty.amount.minor + excise.amount.minor;
  if (!isStorable(minor)) return notKnown(refuse("amount_too_large"));
  return figureOf("vat", line, money(minor, customsValue.currency), ground);
}

function figuresOf(line: DutiableLine, customsValue: Money, ground: DutyGround): Figures {
  const duty = figureOf("duty", line, customsValue, ground);
  const excise = figureOf("excise", line, customsValue, ground);
  return { customsValue, duty, excise, vat: vatOf(line, { customsValue, duty, excise }, ground) };
}

/** One fee a declaration, each for its equal share of the customs value. */
function feeOf(customsValue: Money, declarations: number, { rates, exchange }: DutyGround): DutyFigure {
  const shares = allocate(
    customsValue,
    Array.from({ length: declarations }, () => 1n),
  );
  const amounts: Money[] = [];
  const exchangeRates: ExchangeRate[] = [];
  let named: DutyRate | null = null;
  for (const share of shares) {
    const rate = findFee(rates, { valueMinor: share.minor, day: exchange.day });
    if (!rate) return notKnown(refuse("duty_rate_missing"));
    named ??= rate;
    const fee =
      rate.method === "fixed" && rate.unitPrice
        ? convert(rate.unitPrice, customsValue.currency, exchange.rates, exchange.day)
        : chargeByValue(share, rate.rateBps ?? 0);
    if (!fee.ok) return notKnown(fee, rate);
    amounts.push(fee.value.amount);
    if ("rates" in fee.value) exchangeRates.push(...fee.value.rates);
  }
  const minor = amounts.reduce((all, amount) => all + amount.minor, 0n);
  if (!isStorable(minor)) return notKnown(refuse("amount_too_large"), named);
  return { amount: money(minor, customsValue.currency), rate: named, exchangeRates, missing: null };
}

function weightsOf(lines: readonly DutiableLine[]): { weights: bigint[]; sharedBy: DutyEstimate["sharedBy"] } {
  const [first] = lines;
  const currency = first?.value?.currency;
  const values = lines.map((line) => (line.value?.currency === currency ? (line.value?.minor ?? null) : null));
  const isValued = values.every((value) => value !== null && value > 0n);
  return isValued
    ? { weights: values as bigint[], sharedBy: "value" }
    : { weights: lines.map((line) => BigInt(Math.max(1, line.grossWeightGrams))), sharedBy: "weight" };
}

/**
 * The market's estimate of what the state charges for an import, in the currency of its country. The customs value is converted once
 * at the dated rate and shared among the lines without losing a unit; duty and excise are by the line's own rate, VAT is on value,
 * duty and excise, the fee is by declaration. Each amount is rounded half up to the minor unit and names its rate. What has no rate
 * is not known and never nothing: the estimate is then incomplete. Refuses where the customs value cannot be converted.
 * Origin preferences, anti-dumping and other special duties are not reckoned in.
 */
export function estimateDuty(question: DutyQuestion, ground: DutyGround): Result<DutyEstimate, EstimateRefusal> {
  const { currency, lines, declarations } = question;
  if (lines.length === 0) return refuse("no_lines");
  const { exchange } = ground;
  const converted = convert(question.customsValue, currency, exchange.rates, exchange.day);
  if (!converted.ok) return converted;
  const customsValue = converted.value.amount;
  const { weights, sharedBy } = weightsOf(lines);
  const shares = allocate(customsValue, weights);
  const figures = lines.map((line, at) => figuresOf(line, shares[at] ?? zero(currency), ground));
  const fee = feeOf(customsValue, declarations, ground);
  const all = [...figures.flatMap(partsOf), fee];
  const totalMinor = all.reduce((minor, figure) => minor + (figure.amount?.minor ?? 0n), 0n);
  // No part is negative, so that no sum of parts is larger than this one.
  if (!isStorable(totalMinor)) return refuse("amount_too_large");
  const totalOf = (name: "duty" | "excise" | "vat") =>
    known(
      figures.map((line) => line[name]),
      currency,
    );
  return accept({
    customsValue,
    sharedBy,
    lines: figures.map((line, at) => ({
      ...line,
      hsCode: lines[at]?.hsCode ?? "",
      total: known(partsOf(line), currency),
      isComplete: partsOf(line).every((figure) => figure.amount !== null),
    })),
    fee,
    ...{ duty: totalOf("duty"), excise: totalOf("excise"), vat: totalOf("vat") },
    total: money(totalMinor, currency),
    isComplete: all.every((figure) => figure.amount !== null),
    exchangeRates: converted.value.rates,
  });
}
