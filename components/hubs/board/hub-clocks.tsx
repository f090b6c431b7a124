import { useNameList } from "@/components/ui/page/sentences";
import { useLocale } from "next-intl";
import { formatTime, zoneName } from "@/components/ui/time/format-time";

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
