"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/form/inputs";
import { FieldError } from "@/components/ui/form/field";

type MilestoneFilesProps = {
  readonly id: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Which of one's files go with a step that is reported; nothing where there are none. */
export function MilestoneFiles({ id, files, chosen, error }: MilestoneFilesProps) {
  const t = useTranslations("files.milestone");
  if (files.length === 0) return null;
  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : `${id}-description`}>
      <legend className="field-label">{t("label")}</legend>
      {files.map((file) => (
        <Checkbox
          key={file.id}
          name="fileIds"
          value={file.id}
          defaultChecked={chosen.includes(file.id)}
          label={<span className="break-anywhere">{file.name}</span>}
        />
      ))}
      <p className="field-help" id={`${id}-description`}>
        {t("help")}
      </p>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
