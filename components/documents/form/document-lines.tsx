import { useTranslations } from "next-intl";
import { lastLine, LINES, lineName, lineRows } from "@/domain/documents/form/line-rows";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { DocumentField } from "./document-field";

const WIDTHS: Readonly<Record<string, string>> = { description: "span-4", hsCode: "span-4", amount: "span-4" };

type DocumentLinesProps = {
  /** The parts of a line, in their order. */
  readonly parts: readonly string[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

/** The lines of an invoice, packing list or declaration, with a few empty ones below. */
export function DocumentLines({ parts, values, errors }: DocumentLinesProps) {
  const t = useTranslations("documents.form");
  // Where something is to be mended, there is a field for it, also when what was sent could not be kept.
  const rows = Math.max(lineRows(values), lastLine(Object.keys(errors)) + 1);
  const positions = Array.from({ length: rows }, (_, position) => position);
  const errorAt = (position: number, part: string) =>
    errors[lineName(position, part)] ?? (position === 0 && part === parts[0] ? errors[LINES] : undefined);
  return (
    <fieldset className="form-stack">
      <legend>{t("lines")}</legend>
      <p className="field-help">{t("linesHelp")}</p>
      {positions.map((position) => (
        <fieldset key={position} className="form-grid">
          <legend className="sr-only">{t("line", { number: position + 1 })}</legend>
          {parts.map((part) => {
            const name = lineName(position, part);
            return (
              <DocumentField
                key={part}
                name={name}
                part={part}
                value={valueOf(values, name)}
                error={errorAt(position, part)}
                isRequired={false}
                className={parts.length > 3 ? "span-3" : (WIDTHS[part] ?? "span-4")}
              />
            );
          })}
        </fieldset>
      ))}
    </fieldset>
  );
}
