import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import { Panel } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";

type PartState = "well" | "slow" | "down" | "none";
type Part = "database" | "notices" | "mail";

const ICONS = { well: "circle-check", slow: "clock", down: "triangle-alert", none: "minus" } as const;

type StatusListProps = {
  readonly parts: Readonly<Record<Part, PartState>>;
  readonly waitMinutes: number | null;
  readonly mails: number | null;
};

/** How each part of the site does, in words that need no engineer. */
export function StatusList({ parts, waitMinutes, mails }: StatusListProps) {
  const t = useTranslations("about.status");
  const figures = { minutes: waitMinutes ?? 0, count: mails ?? 0 };
  return (
    <AsMarkup>
      <Panel isFlush>
        <dl className="status-list">
          {(Object.keys(parts) as Part[]).map((part) => (
            <div key={part} className={`is-${parts[part]}`}>
              <dt>
                <Icon name={ICONS[parts[part]]} />
                {t(`part.${part}`)}
              </dt>
              <dd>{t(`${part}.${parts[part]}`, figures)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </AsMarkup>
  );
}
