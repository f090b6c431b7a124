import { ClientWords } from "@/app/client-words";
import { SlotsPanel } from "@/components/orders/slots-panel";
import { useFeeWords } from "@/components/orders/slot-fees";
import { ActionForm } from "@/components/ui/form/action-form";
import type { ActionField } from "@/components/ui/form/action-field";
import { useTranslations } from "next-intl";
import type { Actor } from "@/domain/access/actor";
import type { Instant } from "@/domain/shared/instant";
import type { SlotList } from "@/views/slots";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { slotsView } from "@/server/orders/queries/slots";
import { useBookingFields } from "@/components/orders/slot-booking-fields";
import { WORDS_MAX } from "@/domain/orders/slots/slot-fields";
import { requestSlotAction } from "./slots-actions";

type OrderSlotsProps = {
  readonly orderId: string;
  readonly actor: Actor;
  readonly isAsked: boolean;
  readonly wanted?: string | readonly string[] | undefined;
};

/** The slots of an order on its page, and the form for one in the system that is `wanted`; nothing where no truck of it crosses a border. */
export async function OrderSlots({ orderId, actor, isAsked, wanted }: OrderSlotsProps) {
  const { database, clock } = platform();
  const now = clock();
  const view = await slotsView(database.read, actor, { orderId, now, wanted });
  if (!view) return null;
  return (
    <SlotsPanel
      view={view}
      isAsked={isAsked}
      form={view.asking.isOpen ? <RequestForm view={view} now={now} /> : null}
    />
  );
}

function useKindField(view: SlotList): ActionField[] {
  const t = useTranslations("slots");
  const fees = useFeeWords();
  const kinds = view.fees.filter(({ kind }) => kind !== "rebooking");
  if (kinds.every(({ fee }) => fee === null)) return [];
  return [
    {
      ...{ kind: "select", name: "kind", label: t("form.kind"), isRequired: true, span: "span-12", initial: "normal" },
      options: kinds.map(({ kind, fee }) => ({
        value: kind,
        label: t("kindFee", { kind: t(`kind.${kind}`), fee: fees.amount(fee) }),
      })),
    },
  ];
}

/** Why the form's system is not the bid's. */
function useSystemField({ system, agreedSystem }: SlotList): ActionField[] {
  const t = useTranslations("slots.form");
  const name = useTranslations("service-logistics.option.slotSystem");
  if (agreedSystem === null || system === agreedSystem) return [];
  const label = t("systemReason", { system: name(system), agreed: name(agreedSystem) });
  return [
    {
      ...{ kind: "area", name: "systemReason", label, help: t("wordsHelp"), isRequired: true, span: "span-12" },
      maxLength: WORDS_MAX,
    },
  ];
}

function RequestForm({ view, now }: { readonly view: SlotList; readonly now: Instant }) {
  const t = useTranslations("slots.form");
  const fields = [...useSystemField(view), ...useKindField(view), ...useBookingFields(view, null, now)];
  return (
    <ClientWords>
      <h3 className="panel-title">{t("request")}</h3>
      <ActionForm
        id="slot"
        anchor="slot-form"
        action={requestSlotAction}
        hidden={{ orderId: view.orderId, system: view.system, idempotencyKey: newId() }}
        lead={t("requestLead")}
        fields={fields}
        send={t("sendRequest")}
      />
    </ClientWords>
  );
}
