import { useTranslations } from "next-intl";
import type { WordedChange } from "./word-changes";

/** What was and what is, label by label: struck and inserted, and said so to those who do not see it. */
export function ChangeList({ changes }: { readonly changes: readonly WordedChange[] }) {
  const t = useTranslations("requests.amend");
  const part = (text: string) => (text === "" ? t("nothingSaid") : text);
  return (
    <dl className="change-list">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="sr-only">{t("was")} </span>
            <del>{part(before)}</del> <span className="sr-only">{t("is")} </span>
            <ins>{part(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
