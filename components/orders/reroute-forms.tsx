import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { Panel } from "@/components/ui/blocks";
import type { Mode } from "@/domain/hubs/place";
import { REROUTE_WORDS_MAX } from "@/domain/orders/reroute";
import type { FormAction } from "@/domain/shared/form-state";

type AskFormProps = {
  readonly action: FormAction;
  /** The deal, the hub, the currency of the contract and the key of the call. */
  readonly fields: Readonly<Record<"dealId" | "hubId" | "extraCurrency" | "idempotencyKey", string>>;
  /** What is asked for, by the plan of now. */
  readonly intro: string;
  readonly hub: string;
  readonly mode: Mode;
  readonly backHref: string;
};

/** The second of two steps: one side of a deal's carriage asks the other to go by another hub. */
export function AskForm({ action, fields, intro, hub, mode, backHref }: AskFormProps) {
  const t = useTranslations("reroute.ask");
  return (
    <Panel title={t("title")} id="reroute">
      <ActionForm
        id="reroute"
        action={action}
        hidden={fields}
        lead={
          <>
            <p>{intro}</p>
            <p>{t("consequence", { hub, mode })}</p>
          </>
        }
        fields={[
          {
            ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp") },
            ...{ maxLength: REROUTE_WORDS_MAX, isRequired: true },
          },
          { kind: "amount", name: "extra", label: t("extra"), help: t("extraHelp"), unit: fields.extraCurrency },
        ]}
        send={t("send", { hub })}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}

type AnswerFormProps = {
  readonly action: FormAction;
  readonly fields: Readonly<Record<"dealId" | "number" | "idempotencyKey", string>>;
};

/** The side that was asked agrees, or declines and says why. */
export function AnswerForm({ action, fields }: AnswerFormProps) {
  const t = useTranslations("reroute.panel");
  return (
    <ActionForm
      id="reroute"
      action={action}
      hidden={fields}
      fields={[{ kind: "area", name: "words", label: t("words"), help: t("wordsHelp"), maxLength: REROUTE_WORDS_MAX }]}
      send={[
        { words: t("agree"), name: "event", value: "agree", variant: "primary" },
        { words: t("decline"), name: "event", value: "decline", variant: "danger" },
      ]}
    />
  );
}
