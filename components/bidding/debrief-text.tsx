import { useTranslations } from "next-intl";
import type { Debrief } from "@/domain/bidding/debrief";

/** The same in a line of a list. */
export function DebriefText({ debrief: { rank, gap, code, choice } }: { readonly debrief: Debrief }) {
  const t = useTranslations("decide.debrief.short");
  const parts = [
    t(`code.${code}`),
    ...(rank === null ? [] : [t(`rank.${rank}`)]),
    ...(choice === null ? [] : [t(`choice.${choice.code}`, { words: choice.words })]),
    ...(gap === null ? [] : [t(`gap.${gap}`)]),
  ];
  return <small className="block font-normal">{parts.join(" · ")}</small>;
}
