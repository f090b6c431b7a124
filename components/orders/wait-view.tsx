import { plateText } from "@/domain/orders/document-numbers";
import { placeName, Sentences } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { Note } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { DelayWait } from "@/views/delay";
import type { Mode } from "@/domain/hubs/place";
import { DelayBar } from "./delay-bar";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { lengthMs } from "@/domain/orders/delay/time-spans";
import { useHours } from "./delay-bar";
import { MoneyText } from "@/components/ui/figures";
import { useChargeWords } from "@/components/services/service-name";
import { HOUR_MS } from "@/domain/shared/time";
import { sum } from "@/domain/shared/money";

type Line = DelayWait["lines"][number];
type Piece = DelayWait["pieces"][number];

/** How a wait's days become money: begun days times trucks times the bid's price, by who pays. */
function WaitSum({ wait, mode }: { readonly wait: DelayWait; readonly mode: Mode }) {
  const t = useTranslations("delay");
  const words = useChargeWords();
  const { lines, totals } = wait;
  const { currency } = totals.buyer;
  const columns: Column<Line>[] = [
    { key: "charge", head: t("sum.charge"), cell: ({ code }) => words.charge(code) },
    { key: "payer", card: "title", head: t("sum.payer"), cell: ({ payer }) => t(`payer.${payer}`) },
    { key: "days", card: "facts", isNamedOnCard: true, head: t("sum.days"), isNumber: true, cell: ({ days }) => days },
    {
      key: "trucks",
      card: "facts",
      isNamedOnCard: true,
      head: t("sum.trucks", { mode }),
      isNumber: true,
      cell: ({ trucks }) => trucks,
    },
    {
      key: "unit",
      card: "facts",
      isNamedOnCard: true,
      head: t("sum.unit", { currency }),
      isNumber: true,
      cell: ({ unitPrice }) => <MoneyText {...unitPrice} display="none" />,
    },
    {
      key: "amount",
      card: "end",
      isNamedOnCard: true,
      head: t("sum.amount", { currency }),
      isNumber: true,
      cell: ({ amount }) => <MoneyText {...amount} display="none" />,
    },
  ];
  return (
    <DataTable
      caption={t("sum.caption")}
      columns={columns}
      rows={lines}
      rowKey={({ code, payer }) => `${code}.${payer}`}
      height="dense"
      foot={(["buyer", "provider"] as const).map((payer) => (
        <tr key={payer}>
          <th scope="row" colSpan={5}>
            {t(payer === "buyer" ? "sum.totalBuyer" : "sum.totalProvider")}
          </th>
          <td className="num at-end" data-name={t("sum.amount", { currency })}>
            <b>
              <MoneyText {...totals[payer]} display="none" />
            </b>
          </td>
        </tr>
      ))}
    />
  );
}

/** Every step of a wait, as the bar draws it: from when until when, what it counts as, why, and who pays. */
function WaitSteps({ wait, zone }: { readonly wait: DelayWait; readonly zone: string }) {
  const t = useTranslations("delay");
  const hours = useHours();
  const hoursOf = (piece: Piece) => hours(lengthMs(piece) / HOUR_MS);
  const reasonOf = ({ reason, isObjected }: Piece) => (
    <>
      {reason === null ? t("steps.noReason") : t(`reason.${reason}`)}
      {isObjected && ` (${t("steps.objected")})`}
    </>
  );
  const payerOf = ({ as, payer }: Piece) => (as === "charged" ? t(`payer.${payer}`) : null);
  const columns: Column<Piece>[] = [
    { key: "from", head: t("steps.from"), cell: ({ from }) => <TimeText at={from} zone={zone} hasZone={false} /> },
    {
      key: "to",
      card: "top",
      isNamedOnCard: true,
      head: t("steps.to"),
      cell: ({ to }) => <TimeText at={to} zone={zone} hasZone={false} />,
    },
    {
      key: "hours",
      card: "facts",
      isNamedOnCard: true,
      head: t("steps.hours"),
      isNumber: true,
      cell: (piece) => hoursOf(piece),
    },
    { key: "what", card: "facts", head: t("steps.what"), cell: ({ as }) => t(`steps.${as}`) },
    {
      key: "reason",
      card: "route",
      head: t("steps.reason"),
      cell: reasonOf,
    },
    {
      key: "payer",
      card: "facts",
      head: t("steps.payer"),
      cell: payerOf,
    },
  ];
  return (
    <DataTable
      caption={t("steps.caption")}
      columns={columns}
      rows={wait.pieces}
      rowKey={({ from }) => `${from}`}
      height="dense"
    />
  );
}

type WaitProps = { readonly wait: DelayWait; readonly zone: string };
type WaitViewProps = WaitProps & { readonly mode: Mode };

/** What is said of a wait that is not counted from the arrival. */
const BEGAN = { slot_missed: "slotMissed", slot_window: "slotWindow" } as const;

/** What the wait goes by: free time and who said so, closed hours, trucks. */
function WaitTerms({ wait, zone, mode }: WaitViewProps) {
  const t = useTranslations("delay.panel");
  const { place, from, to, began } = wait;
  return (
    <p className="field-help">
      <Sentences>
        {t.rich(wait.isRunning ? "running" : "ran", {
          from: () => <TimeText at={from} zone={zone} />,
          to: () => <TimeText at={to} zone={zone} />,
        })}
        {began !== "arrived" && wait.hubs.length === 0 && t(BEGAN[began])}
        {t("goesBy", {
          free: t("free", { hours: wait.freeHours, who: wait.freeTimeSaidBy }),
          trucks: t("trucks", { count: wait.trucks, mode }),
        })}
        {place === "border" && t(wait.closuresExcluded ? "closures" : "noClosures")}
      </Sentences>
    </p>
  );
}

/** Each hub that the truck stood at, where the goods were sent on from one. */
function Stays({ wait, zone }: WaitProps) {
  const t = useTranslations("delay");
  const locale = useLocale();
  if (wait.hubs.length === 0) return null;
  return (
    <>
      <p>{t("panel.stays")}</p>
      <ul>
        {wait.hubs.map(({ hub, from, to, began }) => (
          <li key={from}>
            <b>{placeName(hub, locale)}</b> <TimeText at={from} zone={zone} hasZone={false} /> –{" "}
            {to === null ? t("given.goesOn") : <TimeText at={to} zone={zone} />}
            {began !== "arrived" && ` · ${t(`panel.${BEGAN[began]}`)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** When the running clock next takes money. */
function NextCharge({ wait, zone }: WaitProps) {
  const t = useTranslations("delay.panel");
  if (wait.nextChargeAt === null) return null;
  return (
    <p>
      {t(wait.chargedHours === 0 ? "nextFree" : "nextDay")} <TimeText at={wait.nextChargeAt} zone={zone} />
    </p>
  );
}

type WaitsProps = { readonly waits: readonly DelayWait[]; readonly zone: string; readonly mode: Mode };

/** What the waits of several trucks at one place come to in all, which is what is charged; nothing of a place with one. */
function AllTrucks({ waits }: Pick<WaitsProps, "waits">) {
  const t = useTranslations("delay");
  const places = [...Map.groupBy(waits, ({ place }) => place)].filter(([, there]) => there.length > 1);
  const sumOf = (there: readonly DelayWait[], payer: "buyer" | "provider") =>
    sum(
      there.map(({ totals }) => totals[payer]),
      there[0]?.totals.buyer.currency ?? "CNY",
    );
  return places.map(([place, there]) => (
    <p key={place}>
      <b>
        {t.rich("sum.allTrucks", {
          place: t(`place.${place}`),
          buyer: () => <MoneyText {...sumOf(there, "buyer")} />,
          provider: () => <MoneyText {...sumOf(there, "provider")} />,
        })}
      </b>
    </p>
  ));
}

/** The waits of an order: truck by truck, and what those of one place come to in all. */
export function WaitsView({ waits, zone, mode }: WaitsProps) {
  return (
    <>
      {waits.map((wait) => (
        <WaitView
          key={`${wait.place} ${wait.plates.join(" ")}`}
          {...{ wait, zone, mode }}
          isOneOfSeveral={waits.filter(({ place }) => place === wait.place).length > 1}
        />
      ))}
      <AllTrucks waits={waits} />
    </>
  );
}

type OneWaitProps = WaitViewProps & { readonly isOneOfSeveral?: boolean };

/** One wait: the bar, every step of it, and what it comes to. */
export function WaitView({ wait, zone, mode, isOneOfSeveral = false }: OneWaitProps) {
  const t = useTranslations("delay");
  const { place, plates, days, lines, isPriced } = wait;
  const trucks = plates.map((plate) => t("panel.plates", { plates: plateText(plate) }));
  const title = [t(`place.${place}`), ...(isOneOfSeveral && plates.length === 0 ? [t("panel.otherTrucks")] : trucks)];
  return (
    <section className="form-stack" aria-label={title.join(" · ")}>
      <h3 className="panel-title">{title.join(" · ")}</h3>
      <WaitTerms wait={wait} zone={zone} mode={mode} />
      <Stays wait={wait} zone={zone} />
      <DelayBar wait={wait} />
      <NextCharge wait={wait} zone={zone} />
      <WaitSteps wait={wait} zone={zone} />
      {wait.isContested && <Note tone="warn">{t("panel.contested")}</Note>}
      <p>{t("sum.daysRule", { days: days.length })}</p>
      {!isPriced && <Note>{t("panel.notPriced")}</Note>}
      {isPriced && lines.length === 0 && <p>{t(days.length > 0 ? "panel.onceForAll" : "panel.nothing")}</p>}
      {lines.length > 0 && <WaitSum wait={wait} mode={mode} />}
    </section>
  );
}
