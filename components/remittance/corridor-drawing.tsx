import { useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import type { CorridorHealth, ShownHealth } from "@/domain/remittance/corridor-health";

type Flow = { readonly from: string; readonly to: string; readonly sendings: number; readonly returned: number };

const ROW = 44;
const TOP = 26;
const WIDEST = 14;
const THINNEST = 1.5;
const LABEL = { desk: 150, phone: 96 };
const WIDTH = { desk: 760, phone: 340 };

/** All channels and currencies between two countries together. */
function flowsOf(corridors: readonly CorridorHealth[]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { payerCountry: from, payeeCountry: to, sendings, returned } of corridors) {
    const flow = flows.get(`${from} ${to}`) ?? { from, to, sendings: 0, returned: 0 };
    flows.set(`${from} ${to}`, {
      ...flow,
      sendings: flow.sendings + sendings,
      returned: flow.returned + returned,
    });
  }
  return [...flows.values()].sort((a, b) => b.sendings - a.sendings);
}

type DrawingProps = { readonly flows: readonly Flow[]; readonly size: "desk" | "phone" };

function Drawing({ flows, size }: DrawingProps) {
  const t = useTranslations("remittance.corridor");
  const countryName = useCountryName();
  const payers = [...new Set(flows.map(({ from }) => from))];
  const payees = [...new Set(flows.map(({ to }) => to))];
  const [width, label] = [WIDTH[size], LABEL[size]];
  const height = TOP + Math.max(payers.length, payees.length) * ROW;
  const most = Math.max(1, ...flows.map(({ sendings }) => sendings));
  const yOf = (list: readonly string[], country: string) => TOP + list.indexOf(country) * ROW + ROW / 2;
  const widthOf = (count: number) => Math.max(THINNEST, Math.round((WIDEST * count * 10) / most) / 10);
  const pathOf = ({ from, to }: Flow): string => {
    const [a, b, middle] = [yOf(payers, from), yOf(payees, to), width / 2];
    return `M${label} ${a} C${middle} ${a} ${middle} ${b} ${width - label} ${b}`;
  };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <text className="corridor-head" x={label - 8} y={16} textAnchor="end">
        {t("payers")}
      </text>
      <text className="corridor-head" x={width - label + 8} y={16}>
        {t("payees")}
      </text>
      {flows.map((flow) => (
        <g key={`${flow.from}${flow.to}`}>
          <path className="corridor-flow stroke-c1" d={pathOf(flow)} strokeWidth={widthOf(flow.sendings)} />
          {flow.returned > 0 && (
            <path className="corridor-flow stroke-c3" d={pathOf(flow)} strokeWidth={widthOf(flow.returned)} />
          )}
        </g>
      ))}
      {payers.map((country) => (
        <text key={country} x={label - 8} y={yOf(payers, country) + 4} textAnchor="end">
          {countryName(country)}
        </text>
      ))}
      {payees.map((country) => (
        <text key={country} x={width - label + 8} y={yOf(payees, country) + 4}>
          {countryName(country)}
        </text>
      ))}
    </svg>
  );
}

/** From which countries to which money went: the breadth of a line is its number of payments, the inner line what of them came back; of what may be shown. */
export function CorridorDrawing({ corridors, suppressedSendings }: Omit<ShownHealth, "suppressed">) {
  const t = useTranslations("remittance.corridor");
  const countryName = useCountryName();
  const flows = flowsOf(corridors);
  const [first] = flows;
  if (!first) return null;
  const sentence = t("drawing", {
    count: flows.length,
    from: countryName(first.from),
    to: countryName(first.to),
    sendings: first.sendings,
    returned: first.returned,
    hidden: suppressedSendings,
  });
  return (
    <figure className="chart corridor-drawing" aria-label={sentence}>
      <div className="chart-desk">
        <Drawing flows={flows} size="desk" />
      </div>
      <div className="chart-phone">
        <Drawing flows={flows} size="phone" />
      </div>
      <figcaption className="text-sm text-ink-2">{sentence}</figcaption>
      <ul className="chart-key">
        <li>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <rect className="fill-c1" width="14" height="10" />
          </svg>
          {t("keySent")}
        </li>
        <li>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <rect className="fill-c3" width="14" height="10" />
          </svg>
          {t("keyReturned")}
        </li>
      </ul>
    </figure>
  );
}
