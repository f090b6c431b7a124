import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { Panel } from "@/components/ui/blocks";
import type { FormAction } from "@/domain/shared/form-state";

type WithdrawFormProps = {
  readonly action: FormAction;
  readonly title: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly backHref: string;
};

/** The second of two steps: says what follows, then takes the paper back. */
export function WithdrawForm({ action, title, hidden, backHref }: WithdrawFormProps) {
  const t = useTranslations("documents.withdraw");
  return (
    <Panel title={title} id="withdraw">
      <ActionForm
        id="withdraw"
        action={action}
        hidden={hidden}
        lead={t("consequence")}
        send={t("send")}
        variant="danger"
        back={{ href: backHref, words: t("back") }}
      />
    </Panel>
  );
}
