import { useNameList } from "@/components/ui/sentences";
import { useLocale, useTranslations } from "next-intl";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { Icon } from "@/components/ui/icons/icon";
import type { ModeNow } from "@/views/hubs";
import { useWaitWords } from "./wait-words";

type HubClocksProps = {
  readonly clocks: readonly { readonly country: string; readonly zone: string }[];
  readonly at: number;
};

/** The time on each side of the border, with the zone; sides that keep one time are said once. */
export function HubClocks({ clocks, at }: HubClocksProps) {
  const locale = useLocale();
  const nameList = useNameList();
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const byOffset = new Map<string, { names: string[]; zone: string }>();
  for (const clock of clocks) {
    const offset = zoneName(at, clock.zone, locale);
    const known = byOffset.get(offset);
    const name = country.of(clock.country) ?? clock.country;
    if (!known) byOffset.set(offset, { names: [name], zone: clock.zone });
    else if (!known.names.includes(name)) known.names.push(name);
  }
  return [...byOffset].map(([offset, { names, zone }]) => (
    <span key={offset} className="hub-clock">
      <time dateTime={new Date(at).toISOString()}>{formatTime(at, { locale, zone, shape: "time" })}</time> {offset}
      {byOffset.size > 1 && <span className="hub-clock-side">{nameList(names)}</span>}
    </span>
  ));
}

/** By mode, a line each: what is waited now and where that is from, or until when it is closed. */
export function HubNow({ now, zone }: { readonly now: readonly ModeNow[]; readonly zone: string }) {
  const t = useTranslations("hub-board.list");
  const said = useTranslations("hub-board.wait");
  const words = useWaitWords(zone);
  const known = now.filter(({ wait }) => wait !== null);
  if (known.length === 0) return said("none");
  return known.map(({ mode, wait, closedUntil }) => (
    <span key={mode} className="hub-now">
      {t("mode", { mode, hours: words.number(wait?.hours ?? 0) })}{" "}
      {wait && wait.basis !== "none" && (
        <small>{t(wait.basis === "month" && wait.isEstimate ? "estimate" : wait.basis)}</small>
      )}
      {closedUntil !== null && (
        <span className="hub-now-closed">
          <Icon name="triangle-alert" />
          {t("closed", { mode, at: words.at(closedUntil) })}
        </span>
      )}
    </span>
  ));
}
