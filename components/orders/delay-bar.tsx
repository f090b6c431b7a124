import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import type { DelayPiece } from "@/domain/orders/delay/delay-clock";
import { lengthMs } from "@/domain/orders/delay/time-spans";
import type { DelayWait } from "@/views/delay";

const WIDTH = 1000;
const HEIGHT = 24;

/** How a piece looks: by what it counts as, and where it is charged by who pays. */
const LOOK = {
  free: "delay-free",
  excluded: "delay-excluded",
  buyer: "delay-buyer",
  provider: "delay-provider",
  nobody: "delay-nobody",
} as const;
export type DelayLook = keyof typeof LOOK;

export const lookOf = ({ as, payer }: Pick<DelayPiece, "as" | "payer">): DelayLook => (as === "charged" ? payer : as);

/** Hours, to a tenth. */
export function useHours() {
  const locale = useLocale();
  return (count: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(count);
}

type PartProps = { readonly look: DelayLook; readonly x: number; readonly width: number; readonly height: number };

/** A part of the bar; what is left out is crossed out. */
function Part({ look, x, width, height }: PartProps) {
  return (
    <>
      <rect className={LOOK[look]} x={x} width={width} height={height} />
      {look === "excluded" && (
        <path className="delay-excluded-line" d={`M${x} ${height}L${x + width} 0M${x} 0L${x + width} ${height}`} />
      )}
    </>
  );
}

/** The wait drawn to its hours: free, left out, and charged by who pays. What it says stands in its name and in the table below it. */
export function DelayBar({ wait }: { readonly wait: DelayWait }) {
  const t = useTranslations("delay");
  const hours = useHours();
  const { pieces } = wait;
  const whole = lengthMs(wait);
  const x = (at: number) => Math.round(((at - wait.from) / whole) * WIDTH * 10) / 10;
  const looks = [...new Set(pieces.map(lookOf))];
  return (
    <div>
      <svg
        className="delay-bar"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("panel.barName", {
          ...{ place: t(`place.${wait.place}`), free: hours(wait.freeUsedHours) },
          ...{ excluded: hours(wait.excludedHours), charged: hours(wait.chargedHours) },
        })}
      >
        {pieces.map((piece) => (
          <Part
            key={piece.from}
            look={lookOf(piece)}
            x={x(piece.from)}
            width={Math.max(1, x(piece.to) - x(piece.from))}
            height={HEIGHT}
          />
        ))}
      </svg>
      <ul className="chart-key">
        {looks.map((look) => (
          <li key={look}>
            <svg viewBox="0 0 14 10" aria-hidden="true">
              <Part look={look} x={0} width={14} height={10} />
            </svg>
            {t(`legend.${look}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
