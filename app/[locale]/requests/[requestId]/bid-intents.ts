import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DRAFT_FIELD } from "@/components/bidding/bid-fields";
import { formatTime } from "@/components/ui/time/format-time";
import { bidDraftFields, bidDraftFieldsSchema } from "@/domain/bidding/bid-draft";
import type { FormTree } from "@/domain/bidding/offer/charge-lines-form";
import { flattenFields } from "@/domain/deals/posting/draft-fields";
import { daysSpan, MARKET_ZONE } from "@/domain/shared/time";
import { everyRefusal, type Refusal, type Result } from "@/domain/shared/result";
import type { SavedBidDraft } from "@/server/bidding/bid-draft";
import { currentActor, currentSession } from "@/server/platform/identity/session";
import { OUTLIER_FIELD, TEMPLATE_NAME_FIELD } from "@/domain/bidding/bid-form-limits";
import { parseWithZod } from "@conform-to/zod/v4";
import type { Offer } from "@/domain/bidding/bid";
import type { BidFormState, OfferCheck } from "@/domain/bidding/bid-form";
import { COMMERCIAL_TERMS_FORM } from "@/domain/bidding/offer/commercial-terms-fields";
import { chargeRows, editChargeRows, withChargeRows, withoutAlternative } from "@/domain/bidding/offer/charge-rows";
import { issueInForm, readOfferForm } from "@/domain/bidding/offer/offer-form";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { NEUTRAL_MEMBERS } from "@/domain/bidding/offer/readable-offer";
import { areConfirmed, type OutlierFinding, outlierName } from "@/domain/bidding/offer/price-outlier";
import { editRows } from "@/domain/services/form-field";
import { kindOf } from "@/domain/services/registry";
import { isService, type NamedPlace } from "@/domain/shared/vocabulary";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { answer, answerFaults, answerRefusals, valuesOfForm } from "@/server/platform/form/form-action";
import { platform } from "@/server/platform/platform";
import { fieldOfBid, treeOfForm } from "@/server/bidding/field-of-bid";
import { checkBid, refusedOfReadable } from "@/server/bidding/submit-bid";
import type { CheckedBid } from "@/views/bid-checks";
import { namedPlace, referenceData } from "@/server/hubs/queries/network";
import { checkOffer } from "@/server/bidding/pricing";
import { numberFormat } from "@/components/ui/format";
import type { OpinionDoubt } from "@/domain/services/customs/duties";
import { amendedMeanwhile } from "./amend/amendment-intents";
import { COMMERCIAL_TERMS_ROWS, commercialTermsWords } from "@/components/bidding/commercial-terms";
import { termsIn } from "@/components/services/stored-terms";
import { checkCells } from "@/components/bidding/bid-check";
import { alternativeCount, contentOfAlternative } from "@/domain/bidding/bid-content";

/** Saved by itself, by the button, or in place of what another window has saved. */
const DRAFT_INTENTS = ["autosave", "save-draft", "save-draft-over"];

export const isDraftIntent = (intent: string): boolean => DRAFT_INTENTS.includes(intent);

/** What the form says of the draft that it was drawn from; a form that says nothing of itself is sent without one. */
export const draftSeenOf = (sent: FormTree) =>
  typeof sent.draftWindow === "string" && sent.draftWindow !== ""
    ? { mark: String(sent.draftMark ?? "").slice(0, 80), window: sent.draftWindow.slice(0, 64) }
    : undefined;

/** The bid form as a draft: everything as typed; what cannot be kept is said at its field. */
export const draftForm = z.looseObject({}).transform((sent, context) => {
  const fields = bidDraftFieldsSchema.safeParse(bidDraftFields(flattenFields(sent)));
  if (fields.success) {
    const seen = draftSeenOf(sent) ?? { mark: "", window: "none" };
    return { requestId: String(sent.requestId), fields: fields.data, seen, isOver: sent.intent === "save-draft-over" };
  }
  context.issues.push(...fields.error.issues.map((issue) => ({ ...issue, input: sent }) as z.core.$ZodIssue as never));
  return z.NEVER;
});

/** Said where the form asks whose text is to stay, since both are still there. */
export const fieldOfDraft = ({ code }: Refusal): string | null =>
  code === "draft_changed" || code === "draft_gone" ? DRAFT_FIELD : null;

/** A save is a save of whatever is typed at the time, and never the replay of an earlier one. */
export function withoutKey(data: FormData): FormData {
  const fields = new FormData();
  for (const [name, value] of data) if (name !== "idempotencyKey") fields.append(name, value);
  return fields;
}

async function savedWords({ savedAt, lines, others }: SavedBidDraft): Promise<string> {
  const [t, locale, session] = [await getTranslations("bidding.draft"), await getLocale(), await currentSession()];
  const zone = session?.timeZone ?? MARKET_ZONE;
  return t("saved", { time: formatTime(savedAt, { locale, zone, shape: "time", hasSeconds: true }), lines, others });
}

/** Saved by itself, it is said where it stands; by the button, the page is drawn from what is kept. */
export const afterDraft = async (saved: SavedBidDraft, data: FormData) =>
  data.get("intent") === "autosave"
    ? { notice: await savedWords(saved), isQuiet: true }
    : { goTo: `/requests/${saved.requestId}?draft=${encodeURIComponent(saved.mark)}#bid` };

/** The button of the bid form that keeps what is typed as a template. */
export const KEEP_INTENT = "keep-template";

/** The bid form as a template; what cannot be kept is said at its field. */
export const templateForm = z.looseObject({}).transform((sent, context) => {
  const name = String(sent[TEMPLATE_NAME_FIELD] ?? "").trim();
  if (name === "")
    context.issues.push({ code: "custom", path: [TEMPLATE_NAME_FIELD], message: "required", input: sent });
  const fields = bidDraftFieldsSchema.safeParse(bidDraftFields(flattenFields(sent)));
  for (const issue of fields.error?.issues ?? [])
    context.issues.push({ ...issue, input: sent } as z.core.$ZodIssue as never);
  if (name === "" || !fields.success) return z.NEVER;
  return { name, from: { requestId: String(sent.requestId), fields: fields.data } };
});

/** Beside the name, where the rule is about templates. */
export const fieldOfTemplate = ({ code }: Refusal): string | null =>
  code === "too_many_templates" ? TEMPLATE_NAME_FIELD : null;

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

/** The places and towns that terms name by their ids, such as where a leg ends. */
async function placesNamedIn(terms: unknown): Promise<NamedPlace[]> {
  const known = await referenceData(platform().database.read);
  const written = [...JSON.stringify(terms).matchAll(/"([A-Z]{2}[\w-]{1,20})"/g)].map(([, id = ""]) => id);
  return [...new Set(written)].filter((id) => known.places.get(id)).map((id) => namedPlace(known, id));
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
    const shown = issueInForm(issue, tree);
    if (!typed.has(shown.path.map(String).join(".")))
      context.issues.push({ ...shown, input: tree } as z.core.$ZodRawIssue);
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
