import { Sentences } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { Note } from "@/components/ui/page/note";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownWait } from "@/domain/orders/delay/delay-view";
import type { Mode } from "@/domain/hubs/place";
import { DelayBar } from "./delay-bar";
import { WaitSteps } from "./wait-steps";
import { WaitSum } from "./wait-sum";

type WaitProps = { readonly wait: ShownWait; readonly zone: string };
type WaitViewProps = WaitProps & { readonly mode: Mode };

/** What is said of a wait that is not counted from the arrival. */
const BEGAN = { slot_missed: "slotMissed", slot_window: "slotWindow" } as const;

/** What the wait goes by: free time and who said so, closed hours, trucks. */
function WaitTerms({ wait, zone, mode }: WaitViewProps) {
  const t = useTranslations("delay.panel");
  const { interval, free, areClosuresExcluded, trucks } = wait;
  return (
    <p className="field-help">
      <Sentences>
        {t.rich(interval.isRunning ? "running" : "ran", {
          from: () => <TimeText at={interval.from} zone={zone} />,
          to: () => <TimeText at={interval.to} zone={zone} />,
        })}
        {interval.began !== "arrived" && wait.hubs.length === 0 && t(BEGAN[interval.began])}
        {t("goesBy", {
          free: t("free", { hours: free.hours, who: free.saidBy }),
          trucks: t("trucks", { count: trucks, mode }),
        })}
        {interval.place === "border" && t(areClosuresExcluded ? "closures" : "noClosures")}
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
      {t(wait.reckoning.chargedMs === 0 ? "nextFree" : "nextDay")} <TimeText at={wait.nextChargeAt} zone={zone} />
    </p>
  );
}

/** One wait: the bar, every step of it, and what it comes to. */
export function WaitView({ wait, zone, mode }: WaitViewProps) {
  const t = useTranslations("delay");
  const { interval, reckoning, isPriced } = wait;
  return (
    <section className="form-stack" aria-label={t(`place.${interval.place}`)}>
      <h3 className="panel-title">{t(`place.${interval.place}`)}</h3>
      <WaitTerms wait={wait} zone={zone} mode={mode} />
      <Stays wait={wait} zone={zone} />
      <DelayBar wait={wait} />
      <NextCharge wait={wait} zone={zone} />
      <WaitSteps wait={wait} zone={zone} />
      {reckoning.isContested && <Note tone="warn">{t("panel.contested")}</Note>}
      <p>{t("sum.daysRule", { days: reckoning.days.length })}</p>
      {!isPriced && <Note>{t("panel.notPriced")}</Note>}
      {isPriced && reckoning.lines.length === 0 && <p>{t("panel.nothing")}</p>}
      {reckoning.lines.length > 0 && <WaitSum wait={wait} mode={mode} />}
    </section>
  );
}
