import { useTranslations } from "next-intl";
import { KeySheet } from "./key-sheet";

const KEYS = [
  ["J K", "move"],
  ["Enter", "open"],
  ["F", "filter"],
  ["C", "copyLink"],
  ["/", "find"],
  ["?", "allKeys"],
] as const;

/** The keys of a list and the sheet that explains them. */
export function TableKeys() {
  const t = useTranslations("ui.table");
  return (
    <KeySheet
      title={t("keysTitle")}
      keys={KEYS.map(([keys, word]) => [keys, t(word)])}
      note={t("keysOff")}
      closeWord={t("close")}
      copiedWord={t("copied")}
    />
  );
}
