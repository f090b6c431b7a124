import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";

export type FormPart = {
  readonly key: string;
  readonly title: string;
  /** Its first gap, or itself. */
  readonly href: string;
  /** What must still be filled in or mended. */
  readonly missing: number;
  /** Of what may be left out, how much is there. */
  readonly given?: { readonly count: number; readonly all: number };
};

/** The numbered parts of a long form with what each lacks, before its first field. */
export function FormProgress({ parts }: { readonly parts: readonly FormPart[] }) {
  const t = useTranslations("ui.form");
  const stateOf = ({ missing, given }: FormPart) => {
    if (missing > 0) return t("missing", { count: missing });
    return given ? t("given", given) : t("complete");
  };
  return (
    <nav className="form-progress" aria-label={t("progress")}>
      <ol>
        {parts.map((part, at) => (
          <li key={part.key}>
            <a href={part.href}>
              <Icon name={part.missing === 0 ? "circle-check" : "circle-dashed"} />
              {at + 1} {part.title}
            </a>{" "}
            <span>{stateOf(part)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
