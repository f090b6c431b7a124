import { convert, type ExchangeRate } from "../shared/exchange-rate";
import { allocate, type Currency, isStorable, type Money, money, sum, zero } from "../shared/money";
import { accept, refuse, type Result } from "../shared/result";
import {
  chargeByRate,
  chargeByValue,
  type DutiableLine,
  type DutyContext,
  type DutyEstimate,
  type DutyFigure,
  type DutyLine,
  type DutyQuestion,
  type EstimateRefusal,
  type NotKnown,
  type ShareOf,
} from "./duty-estimate";
import { DUTY_CURRENCY, type DutyCharge, type DutyCountry, type DutyRate } from "./duty-rate";
import { isFreeByFormE } from "./preferences";
import { findFee, findRate } from "./find-rate";
import { leavesOpen, isExciseUnknown, LEFT_OUT, leftOutOfLine, loweredUnder } from "./excluded-charges";

const unknown = (missing: NotKnown, rate: DutyRate | null = null): DutyFigure => ({
  amount: null,
  rate,
  exchangeRates: [],
  missing,
});

const notKnown = (refusal: { ok: false; refusal: NotKnown }, rate: DutyRate | null = null): DutyFigure =>
  unknown(refusal.refusal, rate);

const rateFor = (charge: DutyCharge, { hsCode }: DutiableLine, { rates, exchange }: DutyContext): DutyRate | null =>
  findRate(rates, { charge, hsCode, day: exchange.day });

const noRate = ({ hsCode }: DutiableLine): DutyFigure => notKnown(refuse("duty_rate_missing", { hsCode }));

function chargedBy(
  rate: DutyRate,
  base: Money,
  { quantities, exchange, shareOf = "value" }: Parameters<typeof chargeByRate>[2],
): DutyFigure {
  const charged = chargeByRate(rate, base, { quantities, exchange, shareOf });
  return charged.ok ? { ...charged.value, rate, missing: null } : notKnown(charged, rate);
}

function figureOf(charge: DutyCharge, line: DutiableLine, base: Money, context: DutyContext): DutyFigure {
  const rate = rateFor(charge, line, context);
  return rate ? chargedBy(rate, base, { quantities: line.quantities, exchange: context.exchange }) : noRate(line);
}

/**
 * What a share of excise is of. China's consumption tax is of the price with the tax in it, (value + duty) ÷ (1 − rate) × rate; Vietnam's special
 * consumption tax of value and duty; of the others the market knows excises by quantity, and takes a share of the value.
 */
const EXCISE_BASE: Readonly<Partial<Record<DutyCountry, { readonly shareOf: ShareOf }>>> = {
  CN: { shareOf: "value_with_charge" },
  VN: { shareOf: "value" },
};

function exciseOf(
  line: DutiableLine,
  of: Pick<Figures, "customsValue" | "duty">,
  context: DutyContext & Into,
): DutyFigure {
  const rate = rateFor("excise", line, context);
  if (!rate) return noRate(line);
  if (isExciseUnknown(context.country, line.hsCode, rate.hsPrefix))
    return notKnown(refuse("excise_unknown", { hsCode: line.hsCode }), rate);
  const onDuty = EXCISE_BASE[context.country];
  const how = { quantities: line.quantities, exchange: context.exchange };
  const { customsValue, duty } = of;
  if (!onDuty || !rate.rateBps) return chargedBy(rate, customsValue, how);
  if (!duty.amount) return notKnown(refuse("rests_on_unknown"), rate);
  const minor = customsValue.minor + duty.amount.minor;
  if (!isStorable(minor)) return notKnown(refuse("amount_too_large"), rate);
  return chargedBy(rate, money(minor, customsValue.currency), { ...how, ...onDuty });
}

/** The country of import, and whether the origin is proved there. */
type Into = Pick<DutyQuestion, "country" | "hasFormE">;

const known = (figures: readonly DutyFigure[], currency: Currency): Money =>
  sum(
    figures.flatMap((figure) => figure.amount ?? []),
    currency,
  );

type Figures = Pick<DutyLine, "duty" | "excise" | "vat"> & { readonly customsValue: Money };

const partsOf = ({ duty, excise, vat }: Figures): readonly DutyFigure[] => [duty, excise, vat];

/** Tax on value, duty and excise. On a value without its duty it would be too little, and look right. */
function vatOf(line: DutiableLine, of: Omit<Figures, "vat">, context: DutyContext): DutyFigure {
  const { customsValue, duty, excise } = of;
  if (!duty.amount || !excise.amount) return notKnown(refuse("rests_on_unknown"));
  const minor = customsValue.minor + duty.amount.minor + excise.amount.minor;
  if (!isStorable(minor)) return notKnown(refuse("amount_too_large"));
  return figureOf("vat", line, money(minor, customsValue.currency), context);
}

/** No duty by an agreement, whatever the common rate is. */
const dutyFree = (currency: Currency): DutyFigure => ({
  amount: zero(currency),
  rate: null,
  exchangeRates: [],
  missing: null,
});

function figuresOf(line: DutiableLine, customsValue: Money, context: DutyContext & Into): Figures {
  const isFree = context.hasFormE === true && isFreeByFormE(context.country, line);
  const duty = isFree ? dutyFree(customsValue.currency) : figureOf("duty", line, customsValue, context);
  const excise = exciseOf(line, { customsValue, duty }, context);
  return { customsValue, duty, excise, vat: vatOf(line, { customsValue, duty, excise }, context) };
}

/** A line with its sum, what is not in it, and the agreements that may lower its duty. */
function lineOf(line: DutiableLine, figures: Figures, country: DutyCountry): DutyLine {
  const parts = partsOf(figures);
  const dutied = { country, isDutyNothing: figures.duty.amount?.minor === 0n };
  const isExciseMissing = figures.excise.missing?.code === "excise_unknown";
  const leftOut = [...(isExciseMissing ? (["excise_unknown"] as const) : []), ...leftOutOfLine(line, dutied)];
  return {
    ...figures,
    hsCode: line.hsCode,
    total: known(parts, figures.customsValue.currency),
    leftOut,
    agreements: loweredUnder(line, dutied),
    isComplete: parts.every(({ amount }) => amount !== null) && !leftOut.some(leavesOpen),
  };
}

/** One fee a declaration, each for its equal share of the customs value. */
function feeOf(customsValue: Money, declarations: number, { rates, exchange }: DutyContext): DutyFigure {
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
 * at the dated rate and shared among the lines without losing a unit; duty and excise are by the line's own rate, excise where the country
 * says so on value and duty; VAT is on value, duty and excise, the fee is by declaration. Each amount is rounded half up to the minor unit and names its rate. What has no rate
 * is not known and never nothing: the estimate is then incomplete. Refuses where the customs value cannot be converted.
 * With a certificate of origin Form E what it frees bears no duty. Other preferences, anti-dumping duties and recycling fees are not reckoned in, nor what the Incoterm leaves open; where they may change the
 * sum the estimate names them (`leftOut`) and is incomplete, but for a preference: that only lowers the sum at the common rate.
 */
export function estimateDuty(question: DutyQuestion, context: DutyContext): Result<DutyEstimate, EstimateRefusal> {
  const { country, lines, declarations } = question;
  const currency = DUTY_CURRENCY[country];
  if (lines.length === 0) return refuse("no_lines");
  const { exchange } = context;
  const converted = convert(question.customsValue, currency, exchange.rates, exchange.day);
  if (!converted.ok) return converted;
  const customsValue = converted.value.amount;
  const { weights, sharedBy } = weightsOf(lines);
  const shares = allocate(customsValue, weights);
  const into = { ...context, country, hasFormE: question.hasFormE ?? false };
  const reckoned = lines.map((line, at) => lineOf(line, figuresOf(line, shares[at] ?? zero(currency), into), country));
  const fee = feeOf(customsValue, declarations, context);
  const all = [...reckoned.flatMap(partsOf), fee];
  const totalMinor = all.reduce((minor, figure) => minor + (figure.amount?.minor ?? 0n), 0n);
  // No part is negative, so that no sum of parts is larger than this one.
  if (!isStorable(totalMinor)) return refuse("amount_too_large");
  const totalOf = (name: "duty" | "excise" | "vat") =>
    known(
      reckoned.map((line) => line[name]),
      currency,
    );
  const named = new Set([...question.leftOut, ...reckoned.flatMap(({ leftOut }) => leftOut)]);
  return accept({
    customsValue,
    sharedBy,
    lines: reckoned,
    fee,
    leftOut: LEFT_OUT.filter((code) => named.has(code)),
    ...{ duty: totalOf("duty"), excise: totalOf("excise"), vat: totalOf("vat") },
    total: money(totalMinor, currency),
    isComplete: all.every((figure) => figure.amount !== null) && ![...named].some(leavesOpen),
    exchangeRates: converted.value.rates,
  });
}

/** What would be due with a certificate of origin Form E that is not there yet; null where it is there, or would lower nothing. */
export function estimateWithFormE(question: DutyQuestion, context: DutyContext): DutyEstimate | null {
  const { country, lines, hasFormE } = question;
  if (hasFormE || !lines.some((line) => isFreeByFormE(country, line))) return null;
  const [common, preferred] = [estimateDuty(question, context), estimateDuty({ ...question, hasFormE: true }, context)];
  if (!common.ok || !preferred.ok || preferred.value.total.minor >= common.value.total.minor) return null;
  return preferred.value;
}
