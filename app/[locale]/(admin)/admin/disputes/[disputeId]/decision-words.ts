import { getLocale, getTranslations } from "next-intl/server";
import { formatShare } from "@/components/ui/format";
import { formatMoney } from "@/components/ui/figures";
import type { Actor } from "@/domain/access/policy";
import type { Ending } from "@/domain/disputes/dispute";
import { sharesOf } from "@/domain/orders/dispute-ruling";
import type { ToConfirm } from "@/domain/shared/form-state";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { checkDecision } from "@/server/disputes/dispute";
import { escalatedDispute } from "@/server/disputes/queries";
import { platform } from "@/server/platform/platform";

type Decision = Ending & { readonly disputeId: string; readonly words: string };

/** What a decision comes to for both parties and the order, worded before it takes effect; refuses what the decision itself would be refused for. */
export async function wordDecision(
  { words, ...decision }: Decision,
  actor: Actor,
): Promise<Result<ToConfirm, Refusal>> {
  const { database, clock } = platform();
  const now = clock();
  const checked = await checkDecision(database.read, { actor, now }, decision);
  if (!checked.ok) return checked;
  const dispute = await escalatedDispute(database.read, actor, { id: decision.disputeId, now });
  if (!dispute) return refuse("not_found");
  const [locale, t] = await Promise.all([getLocale(), getTranslations("disputes")]);
  const { outcome, shareBps, effect } = decision;
  const shares = sharesOf(dispute.inDispute, shareBps);
  const [whole, provider, buyer] = [dispute.inDispute, shares.toProvider, shares.toBuyer].map((sum) =>
    formatMoney(sum, locale),
  ) as [string, string, string];
  const money = t.markup(`ending.money.${dispute.about}`, {
    percent: formatShare(shareBps, 10_000, locale) ?? "",
    ...{ whole: () => whole, provider: () => provider, buyer: () => buyer },
  });
  return accept({
    sentences: [
      t(`ending.outcome.${outcome}`),
      money,
      t(`ending.settles.${dispute.about}`),
      t(`ending.effect.${effect}`),
      t("form.decide.reasons", { words }),
      t("form.decide.binds"),
    ],
    edit: t("form.decide.edit"),
    send: t(dispute.about === "charge" ? "form.decide.sendCharge" : "form.decide.send", { provider, buyer }),
  });
}
