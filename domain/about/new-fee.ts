import { z } from "zod";
import type { Notes } from "../shared/locale";
import { CURRENCIES, parseAmount } from "../shared/money";
import { parseScaled, PERCENT_PLACES } from "../shared/parse-scaled";
import type { LocalDate } from "../shared/time";
import { AMONG_OTHERS, optionalText } from "../shared/wire-fields";
import { FEE_BASES, FEE_BASIS_NAMES, FEE_BPS_MAX, FEE_PAYERS, type Fee, type FeeRate } from "./fee";

export const FEE_NOTE_MAX = 200;

const typed = z.string().trim().max(40, "too_long").default("");

/** A fee as somebody types it: a percentage where its basis takes a share, else an amount with its currency. */
const typedFee = z.strictObject({
  payer: z.enum(FEE_PAYERS, "unknown_choice"),
  basis: z.enum(FEE_BASIS_NAMES, "unknown_choice"),
  percent: typed,
  amount: typed,
  currency: z.enum(CURRENCIES, "unknown_choice").default("CNY"),
  validFrom: z.iso.date("date_malformed"),
  noteEn: optionalText(FEE_NOTE_MAX).default(""),
  noteZh: optionalText(FEE_NOTE_MAX).default(""),
  noteRu: optionalText(FEE_NOTE_MAX).default(""),
  noteVi: optionalText(FEE_NOTE_MAX).default(""),
  noteKk: optionalText(FEE_NOTE_MAX).default(""),
});
type Typed = z.output<typeof typedFee>;

function shareOf({ percent, amount }: Typed): FeeRate | readonly [field: keyof Typed, message: string] {
  if (amount !== "") return ["amount", "fee_takes_share"];
  if (percent === "") return ["percent", "required"];
  const shareBps = parseScaled(percent, PERCENT_PLACES);
  if (shareBps === null) return ["percent", "percent_malformed"];
  return shareBps <= FEE_BPS_MAX ? { kind: "share", shareBps } : ["percent", "percent_too_high"];
}

function amountOf({ percent, amount, currency }: Typed): FeeRate | readonly [field: keyof Typed, message: string] {
  if (percent !== "") return ["percent", "fee_takes_amount"];
  if (amount === "") return ["amount", "required"];
  const read = parseAmount(amount, currency);
  return read.ok ? { kind: "amount", amount: read.value } : ["amount", read.refusal.code];
}

const readRate = (fee: Typed) => (FEE_BASES[fee.basis] === "share" ? shareOf(fee) : amountOf(fee));

/** Reads a typed fee. Zero ends what was charged. */
export const newFeeSchema = typedFee
  .check(
    z.superRefine((fee, context) => {
      if (!FEE_BASES[fee.basis]) return;
      const rate = readRate(fee);
      if ("kind" in rate) return;
      const [field, message] = rate;
      context.addIssue({ code: "custom", path: [field], message, input: fee[field] });
    }, AMONG_OTHERS),
  )
  .transform((fee): { readonly fee: Fee; readonly notes: Notes } => ({
    fee: {
      ...{ payer: fee.payer, basis: fee.basis, validFrom: fee.validFrom as LocalDate },
      rate: readRate(fee) as FeeRate,
    },
    notes: {
      ...{ noteEn: fee.noteEn, noteZh: fee.noteZh },
      ...{ noteRu: fee.noteRu, noteVi: fee.noteVi, noteKk: fee.noteKk },
    },
  }));
