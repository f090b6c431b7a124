import { serviceName } from "@/components/services/words/service-words";
import { getLocale, getTranslations } from "next-intl/server";
import type { AwardFormState } from "@/components/award/compare-form";
import { partyName } from "@/components/catalogue/party-name";
import { formatMoney } from "@/components/ui/figures/format-money";
import { sumOf } from "@/domain/award/compare";
import type { CompareCell, ComparedPackage, ComparePage } from "@/domain/award/compare-view";
import { reachedPackage } from "@/domain/award/packages/reached-package";
import type { Service } from "@/domain/services/service";
import { isCurrency, type Money, money } from "@/domain/shared/money";
import { answer, wordRefusal } from "@/server/platform/form/form-action";
import { platform } from "@/server/platform/platform";
import { currentActor } from "@/server/platform/identity/session";
import { comparePage } from "@/server/queries/award";

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

/** What would be contracted, and below it what a package takes off. */
function linesOf(
  { cell, service, reached }: Reached,
  page: ComparePage,
  { locale, t, words }: { readonly locale: string; readonly t: Translator; readonly words: Translator },
): string[] {
  const provider = page.providers.find((one) => one.id === cell.providerId);
  const named = {
    service: service ? serviceName(words, service) : "",
    provider: provider ? partyName(provider, locale) : "",
  };
  const code = (of: Money) => formatMoney(of, locale, { display: "code" });
  const quoted = code(cell.total);
  const line =
    cell.title === null
      ? t("form.line", { ...named, quoted })
      : t("form.lineOf", { ...named, title: cell.title, quoted });
  if (!reached) return [line];
  const price = code(money(cell.total.minor - reached.discount.minor, cell.total.currency));
  return [line, t("form.discountLine", { ...named, discount: code(reached.discount), price })];
}

/** What the choice comes to, summed by the server at the day's rates; null where it is to be awarded. */
export async function answerChoice(data: FormData): Promise<AwardFormState | null> {
  const intent = data.get("intent");
  if (intent === "award") return null;
  if (intent === "edit") return answer(data, {});
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("award"), getTranslations()]);
  const { database, clock } = platform();
  const currency = String(data.get("currency"));
  const of = { dealId: String(data.get("dealId")), currency: isCurrency(currency) ? currency : null, now: clock() };
  const page = await comparePage(database.read, await currentActor(), of);
  if (!page) return answer(data, { formErrors: [await wordRefusal({ code: "not_found" }, "award")] });
  const ids = chosenIds(data);
  const cells: CompareCell[] = page.services.flatMap((service) =>
    service.cells.filter((cell) => ids.has(cell.choiceId)),
  );
  if (cells.length === 0) return answer(data, { formErrors: [t("refusal.nothing_chosen")] });
  const expired = cells.find((cell) => cell.isExpired);
  if (expired)
    return answer(data, { formErrors: [t(`refusal.${expired.quoteExpiresAt === null ? "bid" : "quote"}_expired`)] });
  const missing = cells.find((cell) => cell.missing !== null)?.missing;
  if (missing) return answer(data, { formErrors: [await wordRefusal(missing, "award")] });
  const chosen = withReached(page, cells);
  const sum = sumOf(
    chosen.map(({ cell, reached }) => ({ amount: reached ? reached.amount : cell.amount })),
    page.currency,
  );
  const lines = chosen.flatMap((one) => linesOf(one, page, { locale, t, words }));
  return {
    ...answer(data, {}),
    review: { sum: sum ? formatMoney(sum, locale) : "", lines, choiceIds: cells.map((cell) => cell.choiceId) },
  };
}
