import { useTranslations } from "next-intl";
import { useMilestoneName } from "@/components/services/words/service-words";
import type { ButtonLook } from "@/components/ui/actions/button-look";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { type Gate, needKey } from "@/domain/chain/gate";
import type { Mode } from "@/domain/hubs/place";
import type { FormAction } from "@/domain/shared/form-state";

/** How the buyer gives its own word for what it does itself. */
export type BuyersWord = { readonly action: FormAction; readonly newKey: () => string };

type StateButtonProps = ButtonLook & {
  readonly word: BuyersWord;
  readonly deal: { readonly id: string; readonly mode: Mode };
  readonly gate: Pick<Gate, "need">;
};

/** One step of a service that the buyer does itself, stated with one press. */
export function StateButton({ word, deal, gate, ...look }: StateButtonProps) {
  const t = useTranslations("chain");
  const milestone = useMilestoneName(deal.mode);
  const { need } = gate;
  const what = need.kind === "step" ? milestone(need.step.service, need.step.code) : t(`gate.need.${need.kind}`);
  const fields = { dealId: deal.id, need: needKey(gate), idempotencyKey: word.newKey() };
  return (
    <OneButtonForm action={word.action} fields={fields} {...look}>
      {t("gates.state", { what })}
    </OneButtonForm>
  );
}
