/** Colours of the chart series: a hub keeps its own wherever it is drawn; all others share the last. */
const OWN_TONES: Readonly<Record<string, Tone>> = {
  pingxiang: "c1",
  horgos: "c2",
  suifenhe: "c3",
  manzhouli: "c4",
  erenhot: "c5",
};

export type Tone = "c1" | "c2" | "c3" | "c4" | "c5" | "c6";

export const hubTone = (hubId: string): Tone => OWN_TONES[hubId] ?? "c6";

type ShareBarProps = {
  /** Parts of `of`, drawn one after the other. */
  readonly parts: readonly { readonly tone: Tone; readonly amount: number }[];
  readonly of: number;
  /** The part that is asked for, drawn as a line across the bar. */
  readonly lineAt?: number;
};

/** A bar beside a figure. The figure stands beside it in words, so the bar is silent. */
export function ShareBar({ parts, of, lineAt }: ShareBarProps) {
  const whole = Math.max(1, of);
  const width = (amount: number) => `${Math.round((amount / whole) * 1_000) / 10}%`;
  return (
    <svg className="bar-row" aria-hidden="true">
      {parts.map(({ tone, amount }, index) => {
        const before = parts.slice(0, index).reduce((all, part) => all + part.amount, 0);
        return (
          <rect
            key={tone}
            className={`fill-${tone}`}
            x={before ? width(before) : undefined}
            width={width(amount)}
            height="8"
          />
        );
      })}
      {lineAt !== undefined && <rect className="bar-line" x={width(lineAt)} width="2" height="8" />}
    </svg>
  );
}
