import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import type { SlotStep } from "@/domain/orders/slots/slot-turn";
import type { ShownSlot } from "@/domain/orders/slots/slot-view";
import { useFeeWords } from "./fee-words";

type SlotTodoProps = { readonly slot: ShownSlot; readonly here: string; readonly step: SlotStep | null };

/** What the reader's side may do to a slot, and what the system has fixed: then the way round it, with what that costs. */
export function SlotTodo({ slot, here, step }: SlotTodoProps) {
  const t = useTranslations("slots");
  const fees = useFeeWords();
  const isFixed = slot.rules.isFixed && (slot.state === "confirmed" || slot.state === "called");
  const words = (one: SlotStep) =>
    one === "rebook" && (slot.state === "forfeited" || slot.state === "cancelled")
      ? t("todo.rebookLost")
      : t(`todo.${one}`);
  return (
    <Panel title={t("todo.title")} id="todo">
      <div className="form-stack">
        {isFixed && <Note>{t("fixed", { fee: fees.rebooking(slot.rebookingFee) })}</Note>}
        {slot.steps.length === 0 ? (
          <p>{t("todo.none")}</p>
        ) : (
          <div className="flow">
            {slot.steps
              .filter((one) => one !== step)
              .map((one) => (
                <ButtonLink key={one} href={`${here}?step=${one}#slot-form`}>
                  {words(one)}
                </ButtonLink>
              ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
