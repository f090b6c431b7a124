/** What a clock on the wall of `zone` shows to the minute, as a date-and-time field has it; null where this phone does not know the zone. */
export function clockText(atMs: number, zone?: string): string | null {
  try {
    const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      ...(zone && { timeZone: zone }),
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    }).formatToParts(atMs);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
    return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
  } catch {
    return null;
  }
}

type ClockField = { value: string; readonly validity: { readonly badInput: boolean } };

/** Puts the time into a field that has none but `own`, which was put there before; answers what it holds of ours. Half a time is somebody's who is writing. */
export function followClock(field: ClockField, own: string, now: string | null): string {
  if (now === null || field.validity.badInput || (field.value !== "" && field.value !== own)) return own;
  field.value = now;
  return now;
}
