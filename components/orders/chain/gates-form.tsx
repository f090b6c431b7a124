import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { Panel } from "@/components/ui/blocks";
import type { FormAction } from "@/domain/shared/form-state";

/** A gate that the form offers: one that stands, or one that would stand by itself. */
export type OfferedGate = {
  readonly key: string;
  readonly need: string;
  readonly holds: string;
  readonly isOn: boolean;
};

type GatesFormProps = {
  readonly action: FormAction;
  readonly dealId: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly gates: readonly OfferedGate[];
  readonly needs: readonly Option[];
  readonly steps: readonly Option[];
  readonly backHref: string;
};

/** Which gates the deal has: a tick each, and one more by two choices. */
export function GatesForm({ action, version, gates, needs, steps, backHref, ...hidden }: GatesFormProps) {
  const t = useTranslations("chain.edit");
  const choice = { kind: "select", placeholder: t("none") } as const;
  return (
    <Panel title={t("title")}>
      <ActionForm
        id="gates"
        action={action}
        hidden={{ ...hidden, version: String(version) }}
        fields={[
          {
            ...{ kind: "checks", name: "gate", label: t("which") },
            options: gates.map(({ key, need, holds }) => ({
              ...{ value: key, label: <b>{need}</b> },
              detail: t("holds", { step: holds }),
            })),
            chosen: gates.flatMap(({ key, isOn }) => (isOn ? [key] : [])),
          },
          {
            ...{ kind: "group", name: "oneMore", label: t("oneMore"), help: t("help") },
            fields: [
              { ...choice, name: "need", label: t("need"), options: needs },
              { ...choice, name: "holds", label: t("before"), options: steps },
            ],
          },
        ]}
        send={t("send")}
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
