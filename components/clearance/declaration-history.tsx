import { useTranslations } from "next-intl";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownEntry } from "@/domain/clearance/declaration-view";

/** Everything that has happened to a declaration, the first first. */
export function DeclarationHistory({
  entries,
  zone,
}: {
  readonly entries: readonly ShownEntry[];
  readonly zone: string;
}) {
  const t = useTranslations("clearance");
  return (
    <details className="border-t border-line">
      <summary className="px-4 py-2">{t("history.title", { count: entries.length })}</summary>
      <ol className="deed-list">
        {entries.map(({ seq, event, occurredAt, words }) => (
          <li key={seq}>
            <b>{t(`event.${event}`)}</b> <TimeText at={occurredAt} zone={zone} hasYear />
            {words !== "" && <p className="break-anywhere">{words}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
