import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/actions/segmented";
import { Panel } from "@/components/ui/page/panel";
import type { SlotGuide } from "@/domain/orders/slots/slot-guide";

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
