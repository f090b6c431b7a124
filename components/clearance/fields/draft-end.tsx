"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { clearanceFieldId } from "../deed-form";
import type { Typed } from "../lines-form";

/** What the buyer should know beside the lines. */
export function DraftEnd({ remarks, typed }: { readonly remarks: string; readonly typed: Typed }) {
  const t = useTranslations("clearance.form");
  return (
    <Field id={clearanceFieldId("remarks")} label={t("remarks")} help={t("remarksHelp")} error={typed.errors.remarks}>
      {(wired) => (
        <TextArea {...wired} name="remarks" maxLength={1_000} defaultValue={typed.kept("remarks", remarks)} />
      )}
    </Field>
  );
}
