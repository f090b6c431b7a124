import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import { Panel } from "@/components/ui/blocks";
import type { Step } from "@/domain/bidding/available-steps";
import { CANCEL_CODES, REASON_MAX } from "@/domain/requests/reasons";
import type { FormAction } from "@/domain/shared/form-state";

type StepFormProps = {
  readonly step: Step;
  readonly action: FormAction;
  readonly requestId: string;
  readonly bidId?: string;
  readonly idempotencyKey: string;
  readonly backHref: string;
};

/** The second of two steps: says what follows, then does it. */
export function StepForm({ step, action, requestId, bidId, idempotencyKey, backHref }: StepFormProps) {
  const t = useTranslations("bidding.step");
  const isEnd = step === "withdraw" || step === "discard" || step === "cancel";
  const reasons: readonly ActionField[] = [
    {
      ...{ kind: "select", name: "code", label: t("code"), placeholder: t("codeNone") },
      options: CANCEL_CODES.map((code) => ({ value: code, label: t(`codes.${code}`) })),
    },
    {
      ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp") },
      ...{ maxLength: REASON_MAX, isRequired: true },
    },
  ];
  return (
    <Panel title={t(`${step}.title`)} id={step}>
      <ActionFormOnDemand
        id="step"
        action={action}
        hidden={{ requestId, ...(bidId && { bidId }), idempotencyKey }}
        lead={t(`${step}.consequence`)}
        fields={step === "cancel" ? reasons : []}
        send={t(`${step}.send`)}
        variant={isEnd ? "danger" : "primary"}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
