import type { ReactNode } from "react";

export type WaybillBox = {
  /** Stable per kind of document, so that people can say "box 4". */
  readonly number: number;
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
  readonly span?: 2 | 3 | "all";
  /** On a phone the box has a line of its own, or none. */
  readonly onPhone?: "line" | "none" | undefined;
};

type WaybillGridProps = {
  readonly boxes: readonly WaybillBox[];
  readonly columns?: 2 | 3 | 4 | 5 | 6;
  readonly isTight?: boolean;
  /** Inside a panel, without a frame of its own. */
  readonly isFlat?: boolean;
  /** Values are figures, set large. */
  readonly hasFigures?: boolean;
};

/** Numbered boxes as on a waybill. Drawn in the browser too: a page carries what stands in the boxes, and not their elements. */
export function WaybillGrid({ boxes, columns = 4, isTight, isFlat, hasFigures }: WaybillGridProps) {
  const classes = ["waybill", `waybill-${columns}`, isTight && "waybill-tight", isFlat && "waybill-flat"];
  return (
    <dl className={classes.filter(Boolean).join(" ")}>
      {boxes.map((box) => (
        <div
          key={box.number}
          {...(box.span && { className: `span-${box.span}` })}
          {...(box.onPhone && { className: `phone-${box.onPhone}` })}
        >
          <dt>
            <i>{box.number}</i>
            {box.label}
          </dt>
          <dd>
            {hasFigures ? <span className="figure">{box.value}</span> : box.value}
            {box.detail ? <small>{box.detail}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
