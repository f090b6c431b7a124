import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { DelayPanel } from "@/components/orders/delay-panel";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { zoneName } from "@/components/ui/time/format-time";
import type { Actor } from "@/domain/access/actor";
import type { Delay, ShownReason } from "@/views/delay";
import { offeredDelay } from "@/domain/orders/delay/announced-reason";
import { reasonsAtSteps } from "@/domain/orders/delay/step-reasons";
import { reasonsBy } from "@/domain/orders/delay/reasons";
import type { StopReason } from "@/domain/services/work-reasons";
import type { OrderPage } from "@/views/orders";
import { wallClock } from "@/domain/shared/local-date";
import { WORDS_MAX } from "@/domain/orders/slots/slot-fields";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
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
  const { database, clock } = platform();
  const view = await delayView(database.read, actor, { orderId: order.id, now: clock() });
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
    <DelayPanel view={view} here={here} zone={zone} rulings={order.rulings} steps={order.milestones} form={form} />
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
  const offered = offeredDelay(said, reasonsBy(view.mode));
  const time = useTimeField(view, zone);
  const fields: ActionField[] = [
    {
      ...{ kind: "select", name: "place", label: t("form.place"), isRequired: true },
      options: view.waits.map(({ place }) => ({ value: place, label: t(`place.${place}`) })),
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
  const view = await exceptionsView(platform().database.read, actor, orderId);
  if (!view || (!view.mayRaise && view.exceptions.length === 0)) return null;
  const isAsked = (asked === "raise" && view.mayRaise) || (asked === "end" && view.mayEnd);
  const form = isAsked ? (
    <ExceptionForm orderId={orderId} here={here} reasons={asked === "raise" ? view.reasons : null} />
  ) : null;
  return <ExceptionsPanel view={view} here={here} zone={zone} form={form} />;
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
