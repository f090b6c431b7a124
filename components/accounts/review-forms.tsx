import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { REASON_MAX } from "@/domain/requests/reasons";
import type { FormAction } from "@/domain/shared/form-state";

type CheckFormProps = {
  readonly action: FormAction;
  readonly organisationId: string;
  readonly registerMax: number;
};

/** What an administrator puts on record after looking an organisation up: in which register, until when it counts, and what was seen. */
export function CheckForm({ action, organisationId, registerMax }: CheckFormProps) {
  const t = useTranslations("accounts.check");
  return (
    <ActionForm
      id="check"
      action={action}
      hidden={{ organisationId }}
      fields={[
        {
          ...{ kind: "text", name: "register", label: t("register"), help: t("registerHelp"), isRequired: true },
          ...{ maxLength: registerMax, span: "span-8" },
        },
        { kind: "day", name: "expiresOn", label: t("expiresOn"), isRequired: true, span: "span-4" },
        {
          ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp"), isRequired: true },
          maxLength: REASON_MAX,
        },
      ]}
      send={t("send")}
    />
  );
}

type ReasonFormProps = {
  readonly action: FormAction;
  readonly name: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly send: string;
};

/** Shuts somebody out, never without a reason. */
export const ReasonForm = ({ action, name, hidden, label, send }: ReasonFormProps) => (
  <ActionForm
    id={name}
    action={action}
    hidden={hidden}
    fields={[{ kind: "area", name: "reason", label, maxLength: REASON_MAX, isRequired: true }]}
    send={send}
    variant="danger"
  />
);
