type SaidListProps = { readonly rows: readonly { readonly head: string; readonly texts: readonly string[] }[] };

/** What is said beside a price: what it is about, and each text below the other. */
export function SaidList({ rows }: SaidListProps) {
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
      {rows.map(({ head, texts }) => (
        <div key={head} className="contents">
          <dt className="text-ink-2">{head}</dt>
          <dd>
            {texts.map((text) => (
              <span key={text} className="block break-words">
                {text}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
