import { useTranslations } from "next-intl";
import { RowList } from "@/components/services/fields/rows/row-list";
import { DOCUMENT_LINES_MAX } from "@/domain/documents/fields/lines-max";
import { LINES, lineName, lineRows } from "@/domain/documents/form/line-rows";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { DocumentField } from "./document-field";

/** On a phone short ones stand two abreast. */
const SHORT = ["hsCode", "amount", "packages", "grossWeightGrams"];

type DocumentLinesProps = {
  /** The parts of a line, in their order. */
  readonly parts: readonly string[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

const widthOf = (part: string, parts: readonly string[]): string => {
  const width = parts.length > 3 ? "span-3" : "span-4";
  return SHORT.includes(part) && parts.filter((one) => SHORT.includes(one)).length > 1 ? `${width} pair` : width;
};

/** The lines of an invoice, packing list or declaration. */
export function DocumentLines({ parts, values, errors }: DocumentLinesProps) {
  const t = useTranslations("documents.form");
  return (
    <RowList
      id={LINES}
      legend={t("lines")}
      help={t("linesHelp")}
      error={errors[LINES]}
      rows={lineRows(values, errors)}
      rowsMax={DOCUMENT_LINES_MAX}
    >
      {(position) =>
        parts.map((part) => {
          const name = lineName(position, part);
          return (
            <DocumentField
              key={part}
              name={name}
              part={part}
              value={valueOf(values, name)}
              error={errors[name]}
              isRequired={false}
              className={widthOf(part, parts)}
            />
          );
        })
      }
    </RowList>
  );
}
