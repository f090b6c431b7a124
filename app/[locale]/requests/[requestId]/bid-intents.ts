import { getTranslations } from "next-intl/server";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { Offer } from "@/domain/bidding/bid";
import type { BidFormState } from "@/domain/bidding/bid-form";
import { COMMERCIAL_TERMS_FORM } from "@/domain/bidding/offer/commercial-terms-fields";
import { chargeRows, editChargeRows, withChargeRows, withoutAlternative } from "@/domain/bidding/offer/charge-rows";
import type { FormTree } from "@/domain/bidding/offer/charge-lines-form";
import { fieldPathOf, readOfferForm } from "@/domain/bidding/offer/offer-form";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { NEUTRAL_MEMBERS } from "@/domain/bidding/offer/readable-offer";
import { areConfirmed, type OutlierFinding } from "@/domain/bidding/offer/price-outlier";
import { OUTLIER_FIELD } from "@/domain/bidding/bid-form-limits";
import { editRows } from "@/domain/services/form-field";
import { kindOf } from "@/domain/services/registry";
import { isService } from "@/domain/shared/service";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { everyRefusal, type Result } from "@/domain/shared/result";
import { answer, answerFaults, answerRefusals, valuesOfForm } from "@/server/platform/form/form-action";
import { platform } from "@/server/platform/platform";
import { currentActor } from "@/server/platform/identity/session";
import { fieldOfBid, treeOfForm } from "@/server/bidding/field-of-bid";
import { checkBid, refusedOfReadable } from "@/server/bidding/check-bid";
import type { CheckedBid } from "@/views/bid-checks";
import { namedPlace, referenceData } from "@/server/hubs/queries/network";
import { checkOffer } from "@/server/bidding/pricing";
import { numberFormat } from "@/components/ui/intl-cache";
import type { OpinionDoubt } from "@/domain/services/customs/duties";
import { amendedMeanwhile } from "./amend/amendment-intents";
import { KEEP_INTENT, draftSeenOf, isDraftIntent } from "./save-intents";
import { daysSpan } from "@/domain/shared/days-span";
import { getLocale } from "next-intl/server";
import { COMMERCIAL_TERMS_ROWS, commercialTermsWords } from "@/components/bidding/commercial-terms";
import { termsIn } from "@/components/services/stored-terms";
import type { NamedPlace } from "@/domain/shared/named";
import { checkCells } from "@/components/bidding/bid-check";
import { alternativeCount, contentOfAlternative } from "@/domain/bidding/bid-content";
import type { OfferCheck } from "@/domain/bidding/bid-form";
import { outlierName } from "@/domain/bidding/offer/price-outlier";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** A finding in words: which price, how far off at least, and beside what; the figure that it was held against is not told. */
function outlierWords({ alternative, line, code, isAbove, factorMin, beside }: OutlierFinding, words: Words): string {
  const what =
    line === null
      ? words("bidding.slip.what.total")
      : words("bidding.slip.what.line", { line: line + 1, name: words(`services.charge.${code}`) });
  return words(`bidding.slip.finding.${beside}`, {
    what: alternative === 0 ? what : words("bidding.slip.what.ofAlternative", { alternative, what }),
    factor: factorMin,
    isAbove: String(isAbove),
  });
}

/** A doubtful opinion in words: which line, what it says, and what the request or the tariff says. */
function doubtWords(
  doubt: OpinionDoubt,
  { locale, words }: { readonly locale: string; readonly words: Words },
): string {
  const { kind, line } = doubt;
  if (kind === "other_chapter")
    return words(`bidding.doubt.${kind}`, { line, hsCode: doubt.hsCode, asked: doubt.askedHsCode });
  const percent = numberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const [said, market] = [percent.format(doubt.rateBps / 10_000), percent.format(doubt.marketRateBps / 10_000)];
  return words(`bidding.doubt.${kind}`, { line, said, market });
}

/** The market's places that terms name by their ids, such as where a leg ends. */
async function placesNamedIn(terms: unknown): Promise<NamedPlace[]> {
  const known = await referenceData(platform().database.read);
  const written = JSON.stringify(terms);
  return [...known.places.keys()].filter((id) => written.includes(`"${id}"`)).map((id) => namedPlace(known, id));
}

/** The priced offer in the reader's writing, with what in it is to be ticked. */
async function wordOfferCheck({
  content,
  findings,
  doubts,
}: Pick<CheckedBid, "content" | "findings" | "doubts">): Promise<OfferCheck> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const words: Words = (key, values) => t(key, values);
  const said = commercialTermsWords(content, { locale, words });
  return {
    ...checkCells(content, { locale, words }),
    alternatives: Array.from({ length: alternativeCount(content) }, (_, place) => {
      const offer = contentOfAlternative(content, place + 1);
      const title = content.alternatives?.[place]?.title ?? "";
      return {
        title,
        days: words("bidding.own.days", daysSpan(offer.transitDays)),
        check: checkCells(offer, { locale, words }),
      };
    }),
    promised: { ...termsIn(content), places: await placesNamedIn(content.terms) },
    beside: COMMERCIAL_TERMS_ROWS.filter((row) => said[row].length > 0).map((row) => ({
      head: words(`bidding.beside.row.${row}`),
      texts: said[row],
    })),
    outliers: findings.map((finding) => ({ name: outlierName(finding, content), words: outlierWords(finding, words) })),
    doubts: doubts.map((doubt) => doubtWords(doubt, { locale, words })),
  };
}

/** Reads the form into the wire form, whose schema judges; each complaint stands at the field that was typed into. */
function readTree(tree: FormTree, context: z.RefinementCtx): Record<string, unknown> {
  const reading = readOfferForm(tree);
  const typed = new Set(reading.issues.map((issue) => issue.path.map(String).join(".")));
  for (const issue of reading.issues) context.issues.push({ ...issue, input: tree } as z.core.$ZodRawIssue);
  const parsed = offerSchema.safeParse(reading.input);
  for (const issue of parsed.error?.issues ?? []) {
    const path = fieldPathOf(issue.path, tree);
    if (!typed.has(path.map(String).join(".")))
      context.issues.push({ ...issue, path, input: tree } as z.core.$ZodRawIssue);
  }
  return reading.input;
}

const tree = z.looseObject({});

/** The bid form as the input of the command that it is sent to. */
export const offerForm = (to: "submit" | "revise") =>
  tree.transform((sent, context) => {
    const input = { ...readTree(sent, context), amendment: Number(sent.amendment), draft: draftSeenOf(sent) };
    return to === "submit"
      ? { requestId: String(sent.requestId), ...input }
      : { bidId: String(sent.bidId), ifVersion: Number(sent.ifVersion), ...input };
  });

const offerOnly = tree.transform((sent, context) => readTree(sent, context)).pipe(offerSchema);

const readOffer = (data: FormData) =>
  parseWithZod(data, { schema: offerOnly, formatError: (issues: z.core.$ZodIssue[]) => [...issues] });

async function checkedOffer(data: FormData, offer: Offer): Promise<Result<CheckedBid>> {
  const { database, clock } = platform();
  const of = { requestId: String(data.get("requestId")), offer, now: clock() };
  return checkBid(database.read, await currentActor(), of);
}

const OF_BID = { room: "bidding", fieldOf: fieldOfBid };

/** What cannot be read, and what is refused of all that can. */
async function malformedAndRefused(
  data: FormData,
  { error }: Exclude<ReturnType<typeof readOffer>, { status: "success" }>,
): Promise<BidFormState> {
  const issues = Object.values(error ?? {}).flatMap((list) => list ?? []);
  const { database, clock } = platform();
  const { input } = readOfferForm(treeOfForm(data));
  const of = { requestId: String(data.get("requestId")), input, now: clock() };
  const refusals = await refusedOfReadable(database.read, await currentActor(), of);
  return answerFaults(data, { issues, refusals }, OF_BID);
}

async function checked(data: FormData): Promise<BidFormState> {
  const amended = await amendedMeanwhile(data);
  if (amended) return amended;
  const submission = readOffer(data);
  if (submission.status !== "success") return malformedAndRefused(data, submission);
  const priced = await checkedOffer(data, submission.value);
  return priced.ok
    ? { ...answer(data, {}), check: await wordOfferCheck(priced.value) }
    : answerRefusals(data, everyRefusal(priced.refusal), OF_BID);
}

/**
 * Holds a bid back that was typed before an amendment, that cannot be read, or that is sent without a tick at each price that may be a slip; null
 * where it may go. What cannot be priced goes on to the command, which says why.
 */
async function heldBack(data: FormData): Promise<BidFormState | null> {
  const amended = await amendedMeanwhile(data);
  if (amended) return amended;
  const submission = readOffer(data);
  if (submission.status !== "success") return malformedAndRefused(data, submission);
  const priced = await checkedOffer(data, submission.value);
  if (!priced.ok) return null;
  const { content, findings } = priced.value;
  if (areConfirmed(findings, content, data.getAll(OUTLIER_FIELD))) return null;
  const t = await getTranslations("bidding.slip");
  return { ...answer(data, { formErrors: [t("unconfirmed")] }), check: await wordOfferCheck(priced.value) };
}

/** The sum of the lines that can be read so far, while the form is still being written; without it where there is none. */
async function pricedSoFar(data: FormData): Promise<BidFormState> {
  const charges = chargeRows(valuesOfForm(data)).map((row) => ({ ...row, note: "" }));
  const { input } = readOfferForm({ currency: String(data.get("currency")), charges });
  const lines = (input.charges as Record<string, unknown>[]).filter((line) => "unitPrice" in line || "rateBps" in line);
  const offer = offerSchema.safeParse({ ...input, ...NEUTRAL_MEMBERS, charges: lines });
  if (!offer.success) return answer(data, {});
  const { database, clock } = platform();
  const of = { requestId: String(data.get("requestId")), offer: offer.data, now: clock(), isUnfinished: true };
  const priced = await checkOffer(database.read, await currentActor(), of);
  if (!priced.ok) return answer(data, {});
  return { ...answer(data, {}), check: await wordOfferCheck({ content: priced.value, findings: [], doubts: [] }) };
}

function editTermRows(intent: string, values: FormValues): FormValues | null {
  const service = valueOf(values, "service");
  return isService(service) ? editRows(intent, values, { fields: kindOf(service).termsForm, prefix: "terms." }) : null;
}

/** Rows of what is said beside the price; with an alternative go its charge lines. */
function editCommercialTermsRows(intent: string, values: FormValues): FormValues | null {
  const rowed = editRows(intent, values, { fields: COMMERCIAL_TERMS_FORM, prefix: "" });
  const [, removed] = /^remove-row:alternatives\[(\d)\]$/.exec(intent) ?? [];
  if (!rowed || removed === undefined) return rowed;
  return withChargeRows(rowed, withoutAlternative(chargeRows(rowed), Number(removed)));
}

/** What the form's own buttons answer; null where it is to be sent. */
export async function answerIntent(data: FormData): Promise<BidFormState | null> {
  const intent = String(data.get("intent") ?? "check");
  if (isDraftIntent(intent) || intent === KEEP_INTENT) return null;
  if (intent === "send") return heldBack(data);
  if (intent === "price") return pricedSoFar(data);
  const values = valuesOfForm(data);
  const rows = editChargeRows(intent, chargeRows(values));
  if (rows) return { ...answer(data, {}), values: withChargeRows(values, rows) };
  const rowed = editTermRows(intent, values) ?? editCommercialTermsRows(intent, values);
  if (rowed) return { ...answer(data, {}), values: rowed };
  return intent === "edit" ? answer(data, {}) : checked(data);
}
