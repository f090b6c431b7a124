"use client";

import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/form/amount-input";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { clearanceFieldId } from "../deed-form";
import type { Typed } from "../lines-form";

/** A line of the cargo with what its fields begin with. */
export type TypedLine = {
  readonly line: number;
  readonly name: string;
  readonly initial: Readonly<Record<string, string>>;
};

const NAME_MAX = 200;

export const LINE_PARTS = {
  draft: ["name", "hsCode", "value"],
  revise: ["name", "hsCode", "value"],
  assess: ["duty", "excise", "vat"],
} as const;

export const lineFieldName = (at: number, part: string): string => `lines[${at}].${part}`;

type LineRowProps = {
  readonly kind: keyof typeof LINE_PARTS;
  readonly at: number;
  readonly of: TypedLine;
  readonly unit: string | null;
  readonly typed: Typed;
};

/** The fields of one line. */
export function LineRow({ kind, at, of: { line, name, initial }, unit, typed }: LineRowProps) {
  const t = useTranslations("clearance.form");
  return (
    <fieldset className="row-of-list">
      <legend>{name}</legend>
      <input type="hidden" name={lineFieldName(at, "line")} value={line} />
      <div className="form-grid">
        {LINE_PARTS[kind].map((part) => {
          const field = lineFieldName(at, part);
          const control = { name: field, defaultValue: typed.kept(field, initial[part] ?? "") };
          return (
            <Field
              key={part}
              id={clearanceFieldId(field)}
              label={t(`part.${part}`, { line })}
              error={typed.errors[field]}
              isRequired={part !== "excise" && part !== "name"}
              help={part === "name" ? t("nameHelp") : undefined}
              className={kind === "assess" ? "span-4" : part === "name" ? "span-12" : ""}
            >
              {(wired) =>
                part === "hsCode" || part === "name" ? (
                  <TextInput {...wired} {...control} maxLength={part === "name" ? NAME_MAX : 14} autoComplete="off" />
                ) : (
                  <AmountInput {...wired} {...control} unit={unit} />
                )
              }
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
