import { serviceName } from "@/components/services/words/service-words";
import { getLocale, getTranslations } from "next-intl/server";
import type { AwardFormState } from "@/components/award/compare-form";
import { partyName } from "@/components/catalogue/party-name";
import { formatMoney } from "@/components/ui/figures/format-money";
import { sumOf } from "@/domain/award/compare";
import type { CompareCell } from "@/domain/award/compare-view";
import { isCurrency } from "@/domain/shared/money";
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
  const cells: CompareCell[] = page.services.flatMap((service) => service.cells.filter((cell) => ids.has(cell.bidId)));
  if (cells.length === 0) return answer(data, { formErrors: [t("refusal.nothing_chosen")] });
  const expired = cells.find((cell) => cell.isExpired);
  if (expired)
    return answer(data, { formErrors: [t(`refusal.${expired.quoteExpiresAt === null ? "bid" : "quote"}_expired`)] });
  const missing = cells.find((cell) => cell.missing !== null)?.missing;
  if (missing) return answer(data, { formErrors: [await wordRefusal(missing, "award")] });
  const sum = sumOf(cells, page.currency);
  const lines = cells.map((cell) => {
    const service = page.services.find((one) => one.requestId === cell.requestId);
    const provider = page.providers.find((one) => one.id === cell.providerId);
    return t("form.line", {
      service: service ? serviceName(words, service.service) : "",
      provider: provider ? partyName(provider, locale) : "",
      quoted: formatMoney(cell.total, locale, { display: "code" }),
    });
  });
  return {
    ...answer(data, {}),
    review: { sum: sum ? formatMoney(sum, locale) : "", lines, bidIds: cells.map((cell) => cell.bidId) },
  };
}
