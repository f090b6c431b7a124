import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { FormAction } from "@/domain/shared/form-state";

type TemplateListProps = {
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  /** The draft that a beginning makes. */
  readonly draftId: string;
  readonly start: FormAction;
  readonly drop: FormAction;
};

/** What the organisation kept to begin from; a press begins a draft with it. */
export function TemplateList({ templates, draftId, start, drop }: TemplateListProps) {
  const t = useTranslations("deals.template");
  return (
    <ul className="form-stack">
      {templates.map(({ id, name }) => (
        <li key={id} className="flow">
          <b>{name}</b>
          <OneButtonForm action={start} fields={{ templateId: id, draftId }} size="small">
            {t("start")}
            <span className="sr-only"> {name}</span>
          </OneButtonForm>
          <OneButtonForm action={drop} fields={{ templateId: id }} variant="quiet" size="small">
            {t("drop")}
            <span className="sr-only"> {name}</span>
          </OneButtonForm>
        </li>
      ))}
    </ul>
  );
}
