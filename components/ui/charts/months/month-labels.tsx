import { rounded } from "../rounded";
import { type MonthsScales, totalOf } from "./months-scales";
import type { StackedMonthsData } from "./stacked-months";

type MonthLabelsProps = {
  readonly data: StackedMonthsData;
  readonly scales: MonthsScales;
  readonly isPhone: boolean;
};

const MOST_ON_PHONE = 6;

/** The month below each column and its total above; a phone shows every so many months, the last always. */
export function MonthLabels({ data, scales, isPhone }: MonthLabelsProps) {
  const { x, y, bottom } = scales;
  const last = data.months.length - 1;
  const every = isPhone ? Math.ceil(data.months.length / MOST_ON_PHONE) : 1;
  return data.months.map((month, index) => {
    const middle = rounded((x(month.id) ?? 0) + x.bandwidth() / 2);
    return (
      <g key={month.id} textAnchor="middle">
        {!isPhone && (
          <text className="column-total" x={middle} y={rounded(y(totalOf(month)) - 6)}>
            {data.format(totalOf(month))}
          </text>
        )}
        {(last - index) % every === 0 && (
          <text x={middle} y={bottom + 17}>
            {month.label}
          </text>
        )}
      </g>
    );
  });
}
