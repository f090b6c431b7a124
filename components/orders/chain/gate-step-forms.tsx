import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { Panel } from "@/components/ui/blocks";
import { RELEASE_NUMBER_MAX, WAIVER_REASON_MAX } from "@/domain/orders/chain/waiver";
import type { FormAction } from "@/domain/shared/form-state";

type GateStepProps = {
  readonly action: FormAction;
  readonly dealId: string;
  readonly idempotencyKey: string;
  /** What the gate waits for, and what goes on by the step. */
  readonly consequence: string;
  readonly backHref: string;
};

type ReleaseFormProps = GateStepProps & {
  /** What the gate waits for, as its key names it. */
  readonly need: string;
  /** Today at the market, the last day that a release can have. */
  readonly today: string;
};

/** The buyer states a release of the customs, with the number that the customs gave it, its day and the reason. */
export function ReleaseForm({ action, consequence, today, backHref, ...hidden }: ReleaseFormProps) {
  const t = useTranslations("chain.release");
  return (
    <Panel title={t("title")} id="release">
      <ActionForm
        id="release"
        action={action}
        hidden={hidden}
        lead={consequence}
        fields={[
          {
            ...{ kind: "text", name: "number", label: t("number"), help: t("numberHelp"), isRequired: true },
            ...{ maxLength: RELEASE_NUMBER_MAX, input: { autoComplete: "off" } },
          },
          { kind: "day", name: "releasedOn", label: t("releasedOn"), max: today, isRequired: true },
          {
            ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp"), isRequired: true },
            maxLength: WAIVER_REASON_MAX,
          },
        ]}
        send={t("send")}
        variant="danger"
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}

type WaiveFormProps = GateStepProps & { readonly gate: string };

/** The buyer opens a gate without what it waits for, and says why. */
export function WaiveForm({ action, consequence, backHref, ...hidden }: WaiveFormProps) {
  const t = useTranslations("chain.waive");
  return (
    <Panel title={t("title")} id="waive">
      <ActionForm
        id="waive"
        action={action}
        hidden={hidden}
        lead={consequence}
        fields={[
          {
            ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp"), isRequired: true },
            maxLength: WAIVER_REASON_MAX,
          },
        ]}
        send={t("send")}
        variant="danger"
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
