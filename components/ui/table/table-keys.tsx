import { useTranslations } from "next-intl";
import { TableKeysLive } from "./table-keys-live";

/** One key, or several pressed in turn: `<Kbd keys="J K" />`. */
function Kbd({ keys }: { readonly keys: string }) {
  return keys.split(" ").map((key) => <kbd key={key}>{key}</kbd>);
}

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
    <>
      <TableKeysLive sheetId="table-keys" copiedWord={t("copied")} />
      <div className="sheet" id="table-keys" popover="auto" role="dialog" aria-label={t("keysTitle")}>
        <h2 className="heading">{t("keysTitle")}</h2>
        <dl className="key-list">
          {KEYS.map(([keys, word]) => (
            <div key={keys} className="contents">
              <dt>
                <Kbd keys={keys} />
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
        <p className="field-help">{t("keysOff")}</p>
        <button type="button" className="btn btn-small mt-3" popoverTarget="table-keys" popoverTargetAction="hide">
          {t("close")}
        </button>
      </div>
    </>
  );
}
