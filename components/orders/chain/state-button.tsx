import { useLocale, useTranslations } from "next-intl";
import { useMilestoneName } from "@/components/services/words/service-words";
import { ButtonLink } from "@/components/ui/actions/button-link";
import type { ButtonLook } from "@/components/ui/actions/button-look";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { type Gate, isRelease, needKey } from "@/domain/orders/chain/gate";
import type { Mode } from "@/domain/hubs/place";
import type { FormAction } from "@/domain/shared/form-state";

/** How the buyer gives its own word for what it does itself. */
export type BuyersWord = { readonly action: FormAction; readonly newKey: () => string };

type StateButtonProps = ButtonLook & {
  readonly word: BuyersWord;
  readonly deal: { readonly id: string; readonly mode: Mode };
  readonly gate: Pick<Gate, "need">;
};

/** Where the form stands by which the buyer states the release that a gate waits for. */
export const releaseHref = (locale: string, deal: { readonly id: string }, gate: Pick<Gate, "need">): string =>
  `/${locale}/deals/${deal.id}/chain?release=${needKey(gate)}#release`;

/** One step of a service that the buyer does itself, stated with one press; of a release the way to the form that asks for its number. */
export function StateButton({ word, deal, gate, ...look }: StateButtonProps) {
  const t = useTranslations("chain");
  const milestone = useMilestoneName(deal.mode);
  const locale = useLocale();
  if (isRelease(gate))
    return (
      <ButtonLink href={releaseHref(locale, deal, gate)} {...look}>
        {t("gates.release")}
      </ButtonLink>
    );
  const { need } = gate;
  const what = need.kind === "step" ? milestone(need.step.service, need.step.code) : t(`gate.need.${need.kind}`);
  const fields = { dealId: deal.id, need: needKey(gate), idempotencyKey: word.newKey() };
  return (
    <OneButtonForm action={word.action} fields={fields} {...look}>
      {t("gates.state", { what })}
    </OneButtonForm>
  );
}
