import { useTranslations } from "next-intl";
import { ServiceName } from "@/components/services/service-name";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { TimeText } from "@/components/ui/time/time-text";
import type { Service } from "@/domain/shared/vocabulary";
import type { FormAction } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/time";
import { RenameForm } from "./bid-template-forms";

type TemplateTableProps = {
  readonly templates: readonly {
    readonly id: string;
    readonly name: string;
    readonly service: Service;
    readonly savedAt: Instant;
  }[];
  readonly zone: string;
  /** Null for those who may only read. */
  readonly rename: FormAction | null;
  readonly drop: FormAction | null;
};

/** The organisation's templates: each is renamed and deleted where it stands. */
export function TemplateTable({ templates, zone, rename, drop }: TemplateTableProps) {
  const t = useTranslations("bidding.template");
  return (
    <ul className="panel" aria-label={t("caption")}>
      {templates.map(({ id, name, service, savedAt }) => (
        <li key={id} className="border-t border-line px-4 py-3 first:border-t-0">
          <div className="flow">
            <b className="break-words">{name}</b>
            <ServiceName service={service} />
            <span className="text-sm text-ink-2">
              {t("saved")} <TimeText at={savedAt} zone={zone} />
            </span>
          </div>
          {rename && drop && (
            <div className="flow pt-2">
              <RenameForm
                action={rename}
                templateId={id}
                name={name}
                words={{ label: t("newName", { name }), rename: t("rename") }}
              />
              <OneButtonForm action={drop} fields={{ templateId: id }} variant="quiet" size="small">
                {t("drop")}
                <span className="sr-only"> {name}</span>
              </OneButtonForm>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
