import { KEYS, type KeyAct } from "./keys";

type KeyListProps = { readonly acts: readonly KeyAct[]; readonly wordOf: (act: KeyAct) => string };

/** Keys, each with what it does. */
export const KeyList = ({ acts, wordOf }: KeyListProps) => (
  <dl className="key-list">
    {acts.map((act) => (
      <div key={act} className="contents">
        <dt>
          {KEYS[act].map((shown) => (
            <span key={shown} className="key-press">
              {shown.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
          ))}
        </dt>
        <dd>{wordOf(act)}</dd>
      </div>
    ))}
  </dl>
);
