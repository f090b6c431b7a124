import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import type { Service } from "@/domain/shared/service";
import type { SpecWarning } from "@/domain/services/spec-issue";

type SpecWarningsProps = { readonly service: Service; readonly warnings: readonly SpecWarning[] };

/** What in a request is allowed and mostly a slip. */
export function SpecWarnings({ service, warnings }: SpecWarningsProps) {
  const t = useTranslations(`service-${service}`);
  if (warnings.length === 0) return null;
  return (
    <Note tone="warn">
      {warnings.map(({ key, values }) => (
        <span key={key} className="block">
          {t(`warning.${key}`, values)}
        </span>
      ))}
    </Note>
  );
}
