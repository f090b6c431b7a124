import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/blocks";
import type { BorderSlot, SlotGuide } from "@/views/slots";
import { useFeeWords } from "./slot-fees";
import { Segmented } from "@/components/ui/segmented";

const MINUTES_PER_HOUR = 60;

/** The sentences of a system's rules, in the order in which they matter on the way. */
function useRules({ rules, rebooking }: BorderSlot): string[] {
  const t = useTranslations("slots");
  const fees = useFeeWords();
  const { arrival } = rules;
  const latest = arrival?.latestMinutes ?? null;
  const declared = rules.declares.map((one) => t(`declared.${one}`)).join(t("and"));
  return [
    ...(rules.declares.length > 0 ? [t("rules.declares", { what: declared })] : []),
    rebooking ? t("rules.feeKz", { index: fees.number(rebooking.index), since: rebooking.since }) : t("rules.feeNone"),
    ...(rebooking?.yearDue ? [t("rules.feeBehind", { year: rebooking.yearDue })] : []),
    t(rules.isFixed ? "rules.fixed" : "rules.notFixed"),
    t(rules.drivers === "add" ? "rules.driversAdd" : "rules.driversChange"),
    t("rules.moves", { hours: rules.movesUntilMinutes / MINUTES_PER_HOUR }),
    arrival === null
      ? t("rules.arrivalNone")
      : latest === null
        ? t("rules.arrivalEnd")
        : t("rules.arrival", { hours: (arrival.earliestMinutes ?? 0) / MINUTES_PER_HOUR, minutes: latest }),
  ];
}

/** What the system does with slots, and where that is written. */
export function SlotRulesPanel({ slot }: { readonly slot: BorderSlot }) {
  const t = useTranslations("slots.rules");
  const system = useTranslations("service-logistics.option.slotSystem");
  const rules = useRules(slot);
  return (
    <Panel title={t("title")} aside={system(slot.system)}>
      <ul className="list-inside list-disc">
        {rules.map((rule) => (
          <li key={rule} className="py-1">
            {rule}
          </li>
        ))}
      </ul>
      {slot.rules.sources.length === 0 && <p className="field-help">{t("own")}</p>}
      {slot.rules.sources.map(({ address, asOf }) => (
        <p key={address} className="field-help break-anywhere">
          {t("source", { day: asOf })} <a href={address}>{address}</a>
        </p>
      ))}
    </Panel>
  );
}

type GuideStepsProps = { readonly guide: SlotGuide };

/** The guide itself, marked with its own language for whoever reads it aloud. */
export function GuideSteps({ guide }: GuideStepsProps) {
  return (
    <div lang={guide.language}>
      <h3 className="field-label">{guide.title}</h3>
      <ol className="list-inside list-decimal">
        {guide.steps.map((step) => (
          <li key={step} className="py-1">
            {step}
          </li>
        ))}
      </ol>
    </div>
  );
}

type SlotGuidePanelProps = GuideStepsProps & {
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly hrefOf: (language: string) => string;
};

/** How a driver goes through the system's queue, in one of the languages of drivers. */
export function SlotGuidePanel({ guide, languages, hrefOf }: SlotGuidePanelProps) {
  const t = useTranslations("slots.guide");
  return (
    <Panel title={t("title")} id="guide">
      <div className="form-stack">
        <div>
          <Segmented
            label={t("languages")}
            items={languages.map(({ code, name }) => ({
              href: hrefOf(code),
              label: <span lang={code}>{name}</span>,
              isCurrent: code === guide.language,
            }))}
          />
        </div>
        <GuideSteps guide={guide} />
      </div>
    </Panel>
  );
}
