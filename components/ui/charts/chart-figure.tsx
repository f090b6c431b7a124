import type { ReactNode } from "react";

/** Drawing is done one to one, so that letters keep their size. */
export type ChartSize = { readonly width: number; readonly height: number; readonly isPhone: boolean };

type ChartFigureProps = {
  readonly desk?: { readonly width: number; readonly height: number };
  readonly phone?: { readonly width: number; readonly height: number };
  readonly draw: (size: ChartSize) => ReactNode;
  readonly children?: ReactNode;
};

/** A chart drawn once for a desk and once for a phone; the stylesheet shows one of them. */
export function ChartFigure({ desk, phone, draw, children }: ChartFigureProps) {
  return (
    <figure className="chart">
      <div className="chart-desk">{draw({ ...(desk ?? { width: 688, height: 236 }), isPhone: false })}</div>
      <div className="chart-phone">{draw({ ...(phone ?? { width: 326, height: 190 }), isPhone: true })}</div>
      {children}
    </figure>
  );
}
