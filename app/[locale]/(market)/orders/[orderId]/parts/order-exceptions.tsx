import { useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { ExceptionsPanel } from "@/components/orders/delay/exceptions-panel";
import type { StepField } from "@/components/ui/step-form/step-field";
import { StepForm } from "@/components/ui/step-form/step-form";
import type { Actor } from "@/domain/access/actor";
import { DELAY_REASONS } from "@/domain/orders/delay/reasons";
import { WORDS_MAX } from "@/domain/orders/slots/slot-fields";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { exceptionsView } from "@/server/orders/queries/delay";
import { endExceptionAction, raiseExceptionAction } from "./delay-actions";

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
  const form = isAsked ? <ExceptionForm orderId={orderId} here={here} isRaised={asked === "raise"} /> : null;
  return <ExceptionsPanel view={view} here={here} zone={zone} form={form} />;
}

type FormProps = { readonly orderId: string; readonly here: string; readonly isRaised: boolean };

function ExceptionForm({ orderId, here, isRaised }: FormProps) {
  const t = useTranslations("delay");
  const words: StepField = {
    ...{ kind: "area", name: "words", label: t(isRaised ? "exception.words" : "exception.endWords"), span: "span-12" },
    ...{ isRequired: isRaised, maxLength: WORDS_MAX },
  };
  const reason: StepField = {
    ...{
      kind: "select",
      name: "reason",
      label: t("exception.reason"),
      isRequired: true,
      placeholder: t("form.choose"),
    },
    options: DELAY_REASONS.map((value) => ({ value, label: t(`reason.${value}`) })),
    span: "span-12",
  };
  return (
    <ClientWords>
      <StepForm
        id="exception-form"
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
