import { useTranslations } from "next-intl";
import type { Service } from "@/domain/shared/vocabulary";

/** Half of what lies between two rails: 1435 and 1520 mm, drawn so that the difference is seen. */
const NARROW = 4;
const WIDE = 8;
const GATE = 24;

/** Two rails at one gauge up to the hub, drawn apart within its frame, and on at the other. */
function railsThrough(from: number, hub: number, to: number): string {
  const rail = (side: 1 | -1) => `M${from} ${side * NARROW}H${hub - GATE}L${hub + GATE} ${side * WIDE}H${to}`;
  return rail(-1) + rail(1);
}

const frameAt = (x: number): string =>
  `M${x - GATE} -16V-${GATE + 6}H${x + GATE}V-16M${x + GATE} 16V${GATE + 6}H${x - GATE}V16`;

type Stop = { readonly service: Service; readonly at: number };

/** What of the chain stands where, along one axis. */
const DESK = { width: 1160, start: 60, end: 1100, hub: 620 } as const;
const DESK_STOPS: readonly Stop[] = [
  { service: "inspection", at: 200 },
  { service: "logistics", at: 400 },
  { service: "customs", at: 620 },
];

function DeskDrawing() {
  const t = useTranslations("about.how.drawing");
  const { width, start, end, hub } = DESK;
  return (
    <svg className="chain-drawing max-desk:hidden" viewBox={`0 -78 ${width} 166`} role="img" aria-label={t("name")}>
      <path className="chain-rails" d={railsThrough(start, hub, end)} />
      <path className="chain-frame" d={frameAt(hub)} />
      <path className="chain-money" d={`M${start} 62H${end}`} />
      <rect className="chain-stop" x={start - 7} y="-7" width="14" height="14" />
      <rect className="chain-stop" x={end - 7} y="-7" width="14" height="14" />
      {DESK_STOPS.map(({ service, at }) => (
        <g key={service} className={`chain-service sv-${service}`}>
          <path d={`M${at} -${service === "customs" ? 32 : 12}V-50`} />
          <text x={at} y="-58">
            {t(service)}
          </text>
        </g>
      ))}
      <g className="chain-service sv-payment">
        <text x={hub} y="81">
          {t("payment")}
        </text>
      </g>
      <text className="chain-end" x={start} y="32">
        {t("origin")}
      </text>
      <text className="chain-end" x={end} y="32">
        {t("destination")}
      </text>
      <text className="chain-end" x={hub} y="46">
        {t("hub")}
      </text>
      <text x="330" y="28">
        1435 mm
      </text>
      <text x="880" y="28">
        1520 mm
      </text>
    </svg>
  );
}

const PHONE = { start: 16, hub: 156, end: 276 } as const;

/** The same from top to bottom, each name beside its place. */
function PhoneDrawing() {
  const t = useTranslations("about.how.drawing");
  const { start, hub, end } = PHONE;
  const names: readonly (readonly [string, number])[] = [
    [t("origin"), start],
    [t("inspection"), 62],
    [t("logistics"), 108],
    [`${t("hub")} · ${t("customs")}`, hub],
    [t("destination"), end],
  ];
  const turned = `translate(40 0) rotate(90)`;
  return (
    <svg className="chain-drawing desk:hidden" viewBox="0 0 320 292" role="img" aria-label={t("name")}>
      <g transform={turned}>
        <path className="chain-rails" d={railsThrough(start, hub, end)} />
        <path className="chain-frame" d={frameAt(hub)} />
        <path className="chain-money" d={`M${start} -240H${end}`} />
        <rect className="chain-stop" x={start - 7} y="-7" width="14" height="14" />
        <rect className="chain-stop" x={end - 7} y="-7" width="14" height="14" />
      </g>
      {names.map(([name, y]) => (
        <text key={name} className="is-first" x="84" y={y + 4}>
          {name}
        </text>
      ))}
      <text className="is-last" x="270" y="220">
        {t("payment")}
      </text>
    </svg>
  );
}

/** The four services of a deal along its way: rails that enter the hub at one gauge and leave it at another. */
export const ChainDrawing = () => (
  <>
    <DeskDrawing />
    <PhoneDrawing />
  </>
);
