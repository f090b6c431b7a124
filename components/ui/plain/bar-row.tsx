/** Chart colours in their fixed order: border hubs together or Pingxiang, Horgos, Suifenhe, Manzhouli, Erenhot, all others. */
type Tone = "c1" | "c2" | "c3" | "c4" | "c5" | "c6";

type BarRowProps = {
  readonly value: number;
  /** The value that fills the width. */
  readonly max: number;
  readonly tone?: Tone;
  readonly reference?: number;
  /** Only where no figure stands beside the bar. */
  readonly name?: string;
};

const clamp = (percent: number): number => Math.min(100, Math.max(0, Math.round(percent * 10) / 10));

/** A bar in a cell of a table: as wide as its part of the cell, by attributes, so no style is needed. */
export function BarRow({ value, max, tone = "c1", reference, name }: BarRowProps) {
  const percent = (part: number): number => (max > 0 ? clamp((part / max) * 100) : 0);
  const naming = name ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    <svg className="bar-row" {...naming}>
      <rect className={`fill-${tone}`} width={`${percent(value)}%`} height="8" />
      {reference !== undefined && (
        <rect className="bar-reference" x={`${percent(reference) - 0.4}%`} width="0.8%" height="8" />
      )}
    </svg>
  );
}
