import { ClientWords } from "@/app/client-words";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { SlotsPanel } from "@/components/orders/slots-panel";
import { useFeeWords } from "@/components/orders/slot-fees";
import { ActionForm } from "@/components/ui/form/action-form";
import type { ActionField } from "@/components/ui/form/action-field";
import { useLocale, useTranslations } from "next-intl";
import type { Actor } from "@/domain/access/policy";
import type { Instant } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import type { SlotList } from "@/views/slots";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { slotsView } from "@/server/orders/queries/slots";
import { useBookingFields } from "@/components/orders/slot-booking-fields";
import { WORDS_MAX } from "@/domain/orders/slots/slot-fields";
import { requestSlotAction } from "./slots-actions";
import { DelayPanel } from "@/components/orders/delay-panel";
import { zoneName } from "@/components/ui/time/format-time";
import type { Delay, ShownReason } from "@/views/delay";
import { offeredDelay } from "@/domain/orders/delay/announced-reason";
import { reasonsAtSteps } from "@/domain/orders/delay/step-reasons";
import { reasonsBy } from "@/domain/orders/delay/reasons";
import type { StopReason } from "@/domain/services/work-reasons";
import type { OrderPage } from "@/views/orders";
import { delayView, exceptionsView } from "@/server/orders/queries/delay";
import {
  endDelayAction,
  endExceptionAction,
  objectToDelayAction,
  raiseExceptionAction,
  reportDelayAction,
  withdrawDelayAction,
} from "./delay-actions";
import { ExceptionsPanel } from "@/components/orders/exceptions-panel";

type OrderSlotsProps = {
  readonly orderId: string;
  readonly actor: Actor;
  readonly isAsked: boolean;
  readonly wanted?: string | readonly string[] | undefined;
  readonly fold: "open" | "closed";
};

/** The slots of an order on its page, and the form for one in the system that is `wanted`; nothing where no truck of it crosses a border. */
export async function OrderSlots({ orderId, actor, isAsked, wanted, fold }: OrderSlotsProps) {
  const { clock } = platform();
  const now = clock();
  const view = await slotsView(pageReader(), actor, { orderId, now, wanted });
  if (!view) return null;
  return (
    <AsMarkup>
      <SlotsPanel
        view={view}
        isAsked={isAsked}
        fold={fold}
        form={view.asking.isOpen ? <RequestForm view={view} now={now} /> : null}
      />
    </AsMarkup>
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

type OrderDelayProps = {
  readonly order: OrderPage;
  readonly actor: Actor;
  readonly zone: string;
  readonly here: string;
  /** `report`, or what is done to which reason: `object.ID`. */
  readonly asked: string | null;
};

/** The waits of an order of carriage on its page; nothing for other services. */
export async function OrderDelay({ order, actor, zone, here, asked }: OrderDelayProps) {
  const { clock } = platform();
  const view = await delayView(pageReader(), actor, { orderId: order.id, now: clock() });
  if (!view) return null;
  const [action = "", segmentId = ""] = (asked ?? "").split(".");
  const segment = view.segments.find(({ id }) => id === segmentId);
  const common = { view, zone, here };
  const form =
    action === "report" && view.mayReport ? (
      <ReportForm {...common} steps={order.milestones} />
    ) : segment && mayTake(action, segment) ? (
      <ReasonForm {...common} action={action} segment={segment} />
    ) : null;
  return (
    <AsMarkup>
      <DelayPanel view={view} here={here} zone={zone} rulings={order.rulings} steps={order.milestones} form={form} />
    </AsMarkup>
  );
}

type Action = "object" | "end" | "withdraw";

const mayTake = (action: string, segment: ShownReason): action is Action =>
  (action === "object" && segment.mayObject) ||
  (action === "end" && segment.mayEnd) ||
  (action === "withdraw" && segment.mayWithdraw);

type FormProps = { readonly view: Delay; readonly zone: string; readonly here: string };

function useTimeField(view: Delay, zone: string) {
  const locale = useLocale();
  return { kind: "time", zoneName: zoneName(view.asOf, zone, locale) } as const;
}

function ReportForm({ view, zone, here, steps }: FormProps & { readonly steps: OrderPage["milestones"] }) {
  const t = useTranslations("delay");
  const said = view.waits.slice(-1).flatMap((wait) => reasonsAtSteps(steps, wait, view.segments));
  const places = [...new Set(view.waits.map(({ place }) => place))];
  const offered = offeredDelay(said, reasonsBy(view.mode));
  const time = useTimeField(view, zone);
  const fields: ActionField[] = [
    {
      ...{ kind: "select", name: "place", label: t("form.place"), isRequired: true },
      options: places.map((place) => ({ value: place, label: t(`place.${place}`) })),
      initial: view.waits.at(-1)?.place,
    },
    {
      ...{ kind: "select", name: "reason", label: t("form.reason"), isRequired: true, placeholder: t("form.choose") },
      options: reasonsBy(view.mode).map((value) => ({ value, label: t(`reason.${value}`) })),
      initial: offered?.reason,
    },
    {
      ...{ ...time, name: "from", label: t("form.from"), isRequired: true },
      initial: wallClock(view.waits.at(-1)?.stays.at(-1)?.from ?? view.asOf, zone),
    },
    { ...time, name: "to", label: t("form.to"), help: t("form.toHelp") },
    {
      kind: "area",
      name: "words",
      label: t("form.words"),
      span: "span-12",
      maxLength: WORDS_MAX,
      initial: offered?.words,
    },
  ];
  return (
    <ClientWords>
      <h3 className="panel-title">{t("form.report")}</h3>
      <ActionForm
        id="delay"
        anchor="delay-form"
        action={reportDelayAction}
        hidden={{ orderId: view.orderId, zone, idempotencyKey: newId() }}
        lead={t("form.reportLead")}
        fields={fields}
        send={t("form.sendReport")}
        back={{ href: `${here}#delay`, words: t("form.back") }}
      />
    </ClientWords>
  );
}

const OF_REASON = {
  object: { action: objectToDelayAction, lead: "objectLead", send: "sendObject", variant: "primary" },
  end: { action: endDelayAction, lead: "endLead", send: "sendEnd", variant: "primary" },
  withdraw: { action: withdrawDelayAction, lead: "withdrawLead", send: "sendWithdraw", variant: "danger" },
} as const;

type ReasonFormProps = FormProps & { readonly action: Action; readonly segment: ShownReason };

function ReasonForm({ view, zone, here, action, segment }: ReasonFormProps) {
  const t = useTranslations("delay.form");
  const words = useTranslations("delay.reason");
  const time = useTimeField(view, zone);
  const fields: Readonly<Record<Action, readonly ActionField[]>> = {
    object: [
      {
        ...{ kind: "area", name: "words", label: t("objection"), isRequired: true, span: "span-12" },
        maxLength: WORDS_MAX,
      },
    ],
    end: [{ ...time, name: "to", label: t("to"), isRequired: true, initial: wallClock(view.asOf, zone) }],
    withdraw: [],
  };
  const { lead, send, ...form } = OF_REASON[action];
  return (
    <ClientWords>
      <h3 className="panel-title">{t(action)}</h3>
      <ActionForm
        {...form}
        id="delay"
        anchor="delay-form"
        hidden={{ orderId: view.orderId, segmentId: segment.id, zone, idempotencyKey: newId() }}
        lead={t(lead, { reason: words(segment.reason) })}
        fields={fields[action]}
        send={t(send)}
        back={{ href: `${here}#delay`, words: t("back") }}
      />
    </ClientWords>
  );
}

type OrderExceptionsProps = {
  readonly orderId: string;
  readonly actor: Actor;
  readonly zone: string;
  readonly here: string;
  readonly asked: string | null;
};

/** Whether the work of an order has stopped; nothing where it cannot and never did. */
export async function OrderExceptions({ orderId, actor, zone, here, asked }: OrderExceptionsProps) {
  const view = await exceptionsView(pageReader(), actor, orderId);
  if (!view || (!view.mayRaise && view.exceptions.length === 0)) return null;
  const isAsked = (asked === "raise" && view.mayRaise) || (asked === "end" && view.mayEnd);
  const form = isAsked ? (
    <ExceptionForm orderId={orderId} here={here} reasons={asked === "raise" ? view.reasons : null} />
  ) : null;
  return (
    <AsMarkup>
      <ExceptionsPanel view={view} here={here} zone={zone} form={form} />
    </AsMarkup>
  );
}

type ExceptionFormProps = {
  readonly orderId: string;
  readonly here: string;
  /** Null where the work goes on. */
  readonly reasons: readonly StopReason[] | null;
};

function ExceptionForm({ orderId, here, reasons }: ExceptionFormProps) {
  const t = useTranslations("delay");
  const isRaised = reasons !== null;
  const words: ActionField = {
    ...{ kind: "area", name: "words", label: t(isRaised ? "exception.words" : "exception.endWords"), span: "span-12" },
    ...{ isRequired: isRaised, maxLength: WORDS_MAX },
  };
  const reason: ActionField = {
    ...{
      kind: "select",
      name: "reason",
      label: t("exception.reason"),
      isRequired: true,
      placeholder: t("form.choose"),
    },
    options: (reasons ?? []).map((value) => ({ value, label: t(`reason.${value}`) })),
    span: "span-12",
  };
  return (
    <ClientWords>
      <ActionForm
        id="exception"
        anchor="exception-form"
        action={isRaised ? raiseExceptionAction : endExceptionAction}
        hidden={{ orderId, idempotencyKey: newId() }}
        lead={t(isRaised ? "exception.raiseLead" : "exception.endLead")}
        fields={isRaised ? [reason, words] : [words]}
        send={t(isRaised ? "exception.sendRaise" : "exception.sendEnd")}
        variant={isRaised ? "danger" : "primary"}
        back={{ href: `${here}#exception`, words: t("form.back") }}
      />
    </ClientWords>
  );
}
