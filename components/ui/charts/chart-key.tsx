import type { Tone } from "./tone";

type ChartKeyProps = {
  readonly items: readonly { readonly id: string; readonly label: string; readonly tone: Tone }[];
  readonly className?: string;
};

/** Names what a phone has no room to label in the drawing. */
export function ChartKey({ items, className = "" }: ChartKeyProps) {
  return (
    <ul className={`chart-key ${className}`.trimEnd()}>
      {items.map((item) => (
        <li key={item.id}>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <rect className={`fill-${item.tone}`} width="14" height="10" />
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}
