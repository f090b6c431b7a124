import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { useFeeWords } from "@/components/orders/slot-fees";
import { Panel } from "@/components/ui/blocks";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm, type ActionFormProps } from "@/components/ui/form/action-form";
import { zoneName } from "@/components/ui/time/format-time";
import type { Instant } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { FAULTS } from "@/domain/orders/slots/slot";
import { BOOKING_NUMBER_MAX, WORDS_MAX } from "@/domain/orders/slots/slot-fields";
import type { SlotStep as Step } from "@/domain/orders/slots/slot-turn";
import { suggestedWindow } from "@/domain/orders/slots/window";
import type { BorderSlot, SlotList } from "@/views/slots";
import { newId } from "@/server/platform/platform";
import {
  cancelSlotAction,
  changeDriversAction,
  changeVehicleAction,
  confirmSlotAction,
  markSlotAction,
  moveSlotAction,
  paySlotAction,
  rebookSlotAction,
} from "../../slots-actions";
import {
  useBookingFields,
  useDriverFields,
  useSharedField,
  useVehicleFields,
  useWindowFields,
} from "@/components/orders/slot-booking-fields";

type SlotStepProps = {
  readonly step: Step;
  readonly slot: BorderSlot;
  readonly view: SlotList;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly now: Instant;
  readonly here: string;
};

type Form = Pick<ActionFormProps, "action" | "fields" | "send"> & {
  readonly title: string;
  readonly lead?: string;
  readonly zone?: string;
  readonly variant?: ActionFormProps["variant"];
};

/** The second of two steps of a slot, as the address asks for it. */
export function SlotStep(props: SlotStepProps) {
  const { slot, view, here } = props;
  const t = useTranslations("slots.form");
  const { title, zone, ...form } = useForm(props);
  return (
    <Panel title={title}>
      <ClientWords>
        <ActionForm
          {...form}
          id="slot"
          anchor="slot-form"
          hidden={{ orderId: view.orderId, slotId: slot.id, idempotencyKey: newId(), ...(zone ? { zone } : {}) }}
          back={{ href: here, words: t("back") }}
        />
      </ClientWords>
    </Panel>
  );
}

/** Every step's form; one of them is drawn. Hooks are asked in one order, whichever it is. */
function useForm(props: SlotStepProps): Form {
  const forms = { ...useBookingForms(props), ...useDrivingForms(props) };
  return forms[props.step];
}

function useProofField(files: SlotStepProps["files"]): ActionField[] {
  const t = useTranslations("slots.form");
  if (files.length === 0) return [];
  return [
    {
      ...{ kind: "select", name: "proofFileId", label: t("proof"), help: t("proofHelp"), placeholder: t("noProof") },
      options: files.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

function useWordsField(): ActionField {
  const t = useTranslations("slots.form");
  const help = { label: t("words"), help: t("wordsHelp"), span: "span-12" } as const;
  return { kind: "area", name: "words", isRequired: true, maxLength: WORDS_MAX, ...help };
}

function useBookingForms({ slot, view, files, now }: SlotStepProps) {
  const t = useTranslations("slots.form");
  const words = useTranslations("slots");
  const fees = useFeeWords();
  const proof = useProofField(files);
  const reason = useWordsField();
  const { zone } = slot.crossing;
  const booking = useBookingFields(view, slot, now);
  const window =
    slot.windowFrom > now ? { from: slot.windowFrom, to: slot.windowTo } : suggestedWindow(now, view.hours);
  const move = [...useWindowFields(window, [slot.crossing]), useSharedField()];
  const [number, fee] = [slot.number, fees.amount(slot.fee)];
  const fault: ActionField = {
    ...{
      kind: "select",
      name: "atFault",
      label: t("atFault"),
      help: t("atFaultHelp"),
      isRequired: true,
      span: "span-12",
    },
    options: FAULTS.map((value) => ({ value, label: words(`side.${value}`) })),
    placeholder: t("choose"),
  };
  const declared: ActionField[] =
    slot.undeclared.length === 0
      ? []
      : [
          {
            ...{ kind: "checks", name: "declared", label: t("declared"), chosen: [], span: "span-12" },
            options: slot.undeclared.map((value) => ({ value, label: words(`declared.${value}`) })),
          },
        ];
  const bookingNumber: ActionField = {
    ...{
      kind: "text",
      name: "bookingNumber",
      label: t("bookingNumber"),
      isRequired: true,
      maxLength: BOOKING_NUMBER_MAX,
    },
  };
  return {
    pay: {
      action: paySlotAction,
      title: t("pay"),
      lead: t("payLead", { fee }),
      fields: proof,
      send: t("sendPay", { fee }),
    },
    confirm: {
      ...{ action: confirmSlotAction, title: t("confirm"), lead: t("confirmLead"), send: t("sendConfirm") },
      fields: [bookingNumber, ...proof, ...declared],
    },
    move: { action: moveSlotAction, title: t("move"), fields: move, send: t("sendMove"), zone },
    rebook: {
      ...{ action: rebookSlotAction, title: t("rebook", { number }), send: t("sendRebook"), variant: "danger" },
      lead: t("rebookLead", { number, fee: fees.rebooking(slot.rebooking) }),
      fields: [...booking, fault, reason],
    },
    cancel: {
      ...{ action: cancelSlotAction, title: t("cancel"), lead: t("cancelLead", { number }), variant: "danger" },
      ...{ fields: [reason], send: t("sendCancel", { number }) },
    },
  } as const satisfies Partial<Record<Step, Form>>;
}

function useDrivingForms({ slot, now }: SlotStepProps) {
  const t = useTranslations("slots.form");
  const locale = useLocale();
  const drivers = useDriverFields(slot.drivers, slot.drivers.length + 2);
  const vehicle = [...useVehicleFields(slot.crossings, slot, now), useSharedField()];
  const { zone } = slot.crossing;
  const isAdding = slot.rules.drivers === "add" && slot.state !== "requested" && slot.state !== "paid";
  const as: ActionField = {
    ...{ kind: "select", name: "as", label: t("as"), isRequired: true, initial: slot.marks[0] },
    options: slot.marks.map((value) => ({ value, label: t(`markOf.${value}`) })),
  };
  const occurredAt: ActionField = {
    ...{ kind: "time", name: "occurredAt", label: t("occurredAt"), isRequired: true },
    ...{ zoneName: zoneName(now, zone, locale), initial: wallClock(now, zone) },
  };
  const isConfirmed: ActionField = {
    ...{ kind: "tick", name: "isConfirmed", label: t("confirmTime"), detail: t("confirmTimeDetail"), isOnDemand: true },
  };
  return {
    mark: {
      action: markSlotAction,
      title: t("mark"),
      fields: [as, occurredAt, isConfirmed],
      send: t("sendMark"),
      zone,
    },
    drivers: {
      ...{ action: changeDriversAction, title: t("changeDrivers"), fields: drivers, send: t("sendDrivers") },
      lead: t(isAdding ? "driversAdd" : "driversHelp"),
    },
    vehicle: { action: changeVehicleAction, title: t("vehicle"), fields: vehicle, send: t("sendVehicle") },
  } as const satisfies Partial<Record<Step, Form>>;
}
