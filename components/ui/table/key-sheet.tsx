"use client";

import { TableKeysLive } from "./table-keys-live";

type KeySheetProps = {
  readonly title: string;
  /** One key, or several pressed in turn, each with what it does. */
  readonly keys: readonly (readonly [keys: string, what: string])[];
  readonly note: string;
  readonly closeWord: string;
  readonly copiedWord: string;
};

const SHEET_ID = "table-keys";

/** The keys of a list and the sheet that explains them, sent as its words. */
export function KeySheet({ title, keys, note, closeWord, copiedWord }: KeySheetProps) {
  return (
    <>
      <TableKeysLive sheetId={SHEET_ID} copiedWord={copiedWord} />
      <div className="sheet" id={SHEET_ID} popover="auto" role="dialog" aria-label={title}>
        <h2 className="heading">{title}</h2>
        <dl className="key-list">
          {keys.map(([pressed, what]) => (
            <div key={pressed} className="contents">
              <dt>
                {pressed.split(" ").map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="field-help">{note}</p>
        <button type="button" className="btn btn-small mt-3" popoverTarget={SHEET_ID} popoverTargetAction="hide">
          {closeWord}
        </button>
      </div>
    </>
  );
}
