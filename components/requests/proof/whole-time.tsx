import { TimeText } from "@/components/ui/time/time-text";

/** A time to the second, with its zone: long, and therefore broken over two lines in a narrow box. */
export function WholeTime({ at, zone }: { readonly at: number; readonly zone: string }) {
  return (
    <span className="[&>span]:whitespace-normal">
      <TimeText at={at} zone={zone} hasYear hasSeconds />
    </span>
  );
}
