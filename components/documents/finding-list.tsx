import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import type { Finding } from "@/domain/documents/check/finding";
import { SideText } from "./stated-text";

const BPS_PER_PERCENT = 100;

/** What does not agree, each with both papers and both values. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTranslations("documents");
  return (
    <ul className="form-stack">
      {findings.map((finding) => (
        <li key={JSON.stringify([finding.rule, finding.left, finding.right], plain)}>
          <Icon name={finding.severity === "blocked" ? "triangle-alert" : "info"} />{" "}
          <span className="sr-only">{t(`findings.${finding.severity}`)}</span> {t(`check.${finding.rule}`)}
          <br />
          <SideText side={finding.left} />
          {finding.right && (
            <>
              <br />
              <SideText side={finding.right} />
            </>
          )}
          {finding.toleranceBps > 0 && (
            <>
              <br />
              {t("findings.tolerance", { percent: finding.toleranceBps / BPS_PER_PERCENT })}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
