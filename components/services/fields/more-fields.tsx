import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldsForm } from "./fields-form";

type MoreFieldsProps = {
  readonly form: FieldsForm;
  /** The fields inside: with one of them filled or to be mended it stands open. */
  readonly names: readonly string[];
  /** Of what these are the details, where a form has more than one such part. */
  readonly title?: string;
  readonly children: ReactNode;
};

/** What most requests leave out, one click away and without a script. */
export function MoreFields({ form, names, title, children }: MoreFieldsProps) {
  const t = useTranslations("services.form");
  return (
    <details className="span-12" open={form.isTouched(names)}>
      <summary className="w-fit cursor-pointer py-1 font-medium text-link">{title ?? t("more")}</summary>
      <div className="form-grid">{children}</div>
    </details>
  );
}
