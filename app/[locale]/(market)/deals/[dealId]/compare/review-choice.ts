import { serviceName } from "@/components/services/service-name";
import { getLocale, getTranslations } from "next-intl/server";
import type { AwardReview } from "@/components/award/award-review";
import { partyName } from "@/components/ui/words";
import { formatMoney } from "@/components/ui/figures";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import type { Actor } from "@/domain/access/policy";
import { passesCures } from "@/domain/award/award";
import { sumOf } from "@/domain/award/compare";
import type { ComparedPackage } from "@/domain/award/package-discounts";
import type { CompareCell, ComparePage } from "@/views/comparison";
import { reachedPackage } from "@/domain/award/reached-package";
import { choiceOf } from "@/domain/bidding/bid-content";
import { isCuring } from "@/domain/bidding/disqualification";
import type { Service } from "@/domain/shared/vocabulary";
import type { Instant } from "@/domain/shared/time";
import { isCurrency, type Money, money } from "@/domain/shared/money";
import { accept, type Refusal, refuse } from "@/domain/shared/result";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { comparePage } from "@/server/award/queries/comparison";
import { placeWithPackage } from "@/server/award/queries/scores";
import { struckBids } from "@/server/award/queries/decisions";
import type { AwardFormState } from "@/components/award/compare-form";
import { answer, wordRefusal } from "@/server/platform/form/form-action";

type Reached = {
  readonly cell: CompareCell;
  readonly service: Service | null;
  readonly reached: ComparedPackage | null;
};

/** Each chosen offer with the package that it reaches among the others, by the rule of the award. */
function withReached(page: ComparePage, cells: readonly CompareCell[]): Reached[] {
  const serviceOf = (cell: CompareCell) =>
    page.services.find((one) => one.requestId === cell.requestId)?.service ?? null;
  return cells.map((cell) => {
    const won = cells.filter((one) => one.providerId === cell.providerId).map((one) => serviceOf(one) ?? "");
    return { cell, service: serviceOf(cell), reached: reachedPackage(cell.packages, new Set(won)) };
  });
}

type Translator = (key: string, values?: Record<string, string | number>) => string;
/** Who chooses, and when. */
type Choosing = { readonly actor: Actor; readonly now: Instant };
type Wording = { readonly locale: string; readonly t: Translator; readonly words: Translator };

const inCode = (of: Money, locale: string): string => formatMoney(of, locale, { display: "code" });

const nameOf = (page: ComparePage, providerId: string, locale: string): string => {
  const provider = page.providers.find((one) => one.id === providerId);
  return provider ? partyName(provider, locale) : "";
};

/** What would be contracted, and below it what a package takes off. */
function linesOf({ cell, service, reached }: Reached, page: ComparePage, { locale, t, words }: Wording): string[] {
  const named = {
    service: service ? serviceName(words, service) : "",
    provider: nameOf(page, cell.providerId, locale),
  };
  const quoted = inCode(cell.total, locale);
  const line =
    cell.title === null
      ? t("form.line", { ...named, quoted })
      : t("form.lineOf", { ...named, title: cell.title, quoted });
  if (!reached) return [line];
  const price = inCode(money(cell.total.minor - reached.discount.minor, cell.total.currency), locale);
  return [line, t("form.discountLine", { ...named, discount: inCode(reached.discount, locale), price })];
}

/** Who bid on the same requests and would lose, by its main offer. */
function losersOf(chosen: readonly Reached[], page: ComparePage, { locale, t, words }: Wording): AwardReview["losers"] {
  return chosen.flatMap(({ cell, service }) => {
    const winner = choiceOf(cell.choiceId).bidId;
    const cells = page.services.find((one) => one.requestId === cell.requestId)?.cells ?? [];
    const rivals = cells.filter((one) => one.alternative === 0 && choiceOf(one.choiceId).bidId !== winner);
    return rivals.map((one) => ({
      bidId: choiceOf(one.choiceId).bidId,
      line: t("form.line", {
        service: service ? serviceName(words, service) : "",
        provider: nameOf(page, one.providerId, locale),
        quoted: inCode(one.total, locale),
      }),
    }));
  });
}

/** Its place by the published criteria, at the price that would be contracted; 1 where nobody can say who is first. */
async function placeOf({ cell, reached }: Reached, page: ComparePage, { actor, now }: Choosing): Promise<number> {
  const { bidId } = choiceOf(cell.choiceId);
  const ranking = page.services.find((one) => one.requestId === cell.requestId)?.ranking ?? [];
  const rank = ranking.find((one) => one.bidId === bidId)?.rank ?? 1;
  if (rank === 1 || !reached) return rank;
  const withPackage = { bidId, discountBps: reached.discountBps };
  const { read } = platform().database;
  return (await placeWithPackage(read, actor, { requestId: cell.requestId, withPackage, now })) ?? 1;
}

/** What was chosen and is not first by the published criteria, each with its place. */
async function unrankedOf(
  chosen: readonly Reached[],
  page: ComparePage,
  { locale, t, words, ...choosing }: Wording & Choosing,
): Promise<AwardReview["unranked"]> {
  const unranked = chosen.map(async (one) => {
    const { cell, service, reached } = one;
    const rank = await placeOf(one, page, choosing);
    if (rank === 1) return [];
    const named = {
      service: service ? serviceName(words, service) : "",
      provider: nameOf(page, cell.providerId, locale),
      quoted: inCode(money(cell.total.minor - (reached?.discount.minor ?? 0n), cell.total.currency), locale),
    };
    const { bidId } = choiceOf(cell.choiceId);
    return [{ bidId, line: t("choiceReason.field", { line: t("form.line", named), rank }) }];
  });
  return (await Promise.all(unranked)).flat();
}

type Struck = Awaited<ReturnType<typeof struckBids>>;
type Reading = { readonly locale: string; readonly zone: string; readonly now: Instant };

/** What is being mended before this bid can be awarded, told with whose papers they are and until when. */
/** A refusal, or a finer code of this page that has words of its own. */
type Bar = Pick<Refusal, "details"> & { readonly code: string };

function barOf(cell: CompareCell, struck: Struck, { locale, zone, now }: Reading): Bar | null {
  const all = struck.find((one) => one.requestId === cell.requestId)?.all ?? [];
  const { bidId } = choiceOf(cell.choiceId);
  const passes = passesCures(bidId, all, now);
  if (passes.ok) return null;
  const { code, details } = passes.refusal;
  const pending = all.find((one) => one.bidId === details?.bidId && isCuring(one, now));
  if (code !== "cure_pending" || !pending?.bidder || pending.cureEndsAt === null) return passes.refusal;
  const until = `${formatTime(pending.cureEndsAt, { locale, zone })} ${zoneName(pending.cureEndsAt, zone, locale)}`;
  return { code: "cure_first", details: { ...details, bidder: partyName(pending.bidder, locale), until } };
}

/** What stands in the way of this choice. */
function problemOf(cells: readonly CompareCell[], struck: Struck, reading: Reading): Bar | null {
  if (cells.length === 0) return { code: "nothing_chosen" };
  for (const cell of cells) {
    const bar = barOf(cell, struck, reading);
    if (bar) return bar;
  }
  const expired = cells.find((cell) => cell.isExpired);
  if (expired) return { code: expired.quoteExpiresAt === null ? "bid_expired" : "quote_expired" };
  return cells.find((cell) => cell.missing !== null)?.missing ?? null;
}

/** What the choice comes to, summed by the server at the day's rates, and who would lose by it. */
async function reviewChoice(
  data: FormData,
  ids: ReadonlySet<string>,
): Promise<{ ok: true; value: AwardReview } | { ok: false; refusal: Bar }> {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("award"), getTranslations()]);
  const { database, clock } = platform();
  const currency = String(data.get("currency"));
  const [session, now] = [await currentSession(), clock()];
  const of = { dealId: String(data.get("dealId")), currency: isCurrency(currency) ? currency : null, now };
  const page = session && (await comparePage(database.read, session.actor, of));
  if (!page) return refuse("not_found");
  const cells = page.services.flatMap((service) => service.cells.filter((cell) => ids.has(cell.choiceId)));
  const struck = await struckBids(database.read, page.services, now);
  const problem = problemOf(cells, struck, { locale, zone: session.timeZone, now });
  if (problem) return { ok: false, refusal: problem };
  const chosen = withReached(page, cells);
  const sum = sumOf(
    chosen.map(({ cell, reached }) => ({ contract: reached ? reached.contract : cell.contract })),
    page.currency,
  );
  const wording = { locale, t, words };
  return accept({
    sum: sum ? formatMoney(sum, locale) : "",
    lines: chosen.flatMap((one) => linesOf(one, page, wording)),
    choiceIds: cells.map((cell) => cell.choiceId),
    unranked: await unrankedOf(chosen, page, { ...wording, actor: session.actor, now }),
    losers: losersOf(chosen, page, wording),
  });
}

const CHOICE = /^(?:choice|stack)\.(\w{1,64})$/;

/** One bid a request, from the table or from the stacks of a phone. */
function chosenIds(data: FormData): Set<string> {
  const byRequest = new Map<string, string>();
  for (const [name, value] of data) {
    const requestId = CHOICE.exec(name)?.[1];
    if (requestId && typeof value === "string") byRequest.set(requestId, value);
  }
  return new Set(byRequest.values());
}

/** What the choice would award, with who would lose by it; null where it is to be awarded. */
export async function answerChoice(data: FormData): Promise<AwardFormState | null> {
  const intent = data.get("intent");
  if (intent === "award") return null;
  if (intent === "edit") return answer(data, {});
  const review = await reviewChoice(data, chosenIds(data));
  if (!review.ok) return answer(data, { formErrors: [await wordRefusal(review.refusal, "award")] });
  return { ...answer(data, {}), review: review.value };
}

/** An award that did not go well, at the step where it was asked for, as long as what was chosen can still be. */
export async function backToReview(state: AwardFormState | null, data: FormData): Promise<AwardFormState | null> {
  if (state === null) return null;
  const review = await reviewChoice(data, new Set(data.getAll("bids").map(String)));
  return review.ok ? { ...state, review: review.value } : state;
}
