import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import type { FormAction } from "@/domain/shared/form-state";

type NameFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly files: readonly Option[];
  readonly codes: readonly Option[];
};

/** Says which of the things to be handed over a file of one's own is. */
export function NameForm({ action, files, codes, ...hidden }: NameFormProps) {
  const t = useTranslations("packs.name");
  return (
    <ActionForm
      id="deliverable"
      action={action}
      hidden={hidden}
      fields={[
        { kind: "select", name: "fileId", label: t("file"), options: files, isRequired: true },
        { kind: "select", name: "code", label: t("code"), options: codes, isRequired: true },
      ]}
      send={t("send")}
      variant="plain"
    />
  );
}
