"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { PHOTOS_PER_REPORT_MAX } from "@/domain/field/link";

type PhotoFieldProps = { readonly id: string; readonly error: string | undefined };

/** Pictures from the camera or the phone's album, as the camera made them: what is drawn anew on the way loses its time and place. */
export function PhotoField({ id, error }: PhotoFieldProps) {
  const t = useTranslations("field.report");
  return (
    <Field id={id} label={t("photos")} help={t("photosHelp", { maximum: PHOTOS_PER_REPORT_MAX })} error={error}>
      {(wired) => (
        <input
          {...wired}
          className="input field-photos"
          type="file"
          name="photos"
          accept="image/jpeg,image/png,image/webp"
          multiple
        />
      )}
    </Field>
  );
}
