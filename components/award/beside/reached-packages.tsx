import { useTranslations } from "next-intl";
import type { ChosenCell, CompareWords } from "../compare-words";

type ReachedPackagesProps = { readonly words: CompareWords; readonly cells: readonly ChosenCell[] };

/** Which packages the choice reaches, kept up while choosing; without a script the check says it. Nothing where no bid offers one. */
export function ReachedPackages({ words, cells }: ReachedPackagesProps) {
  const t = useTranslations("award.packages");
  if (!words.services.some((service) => service.cells.some(({ packages }) => packages.length > 0))) return null;
  const reached = cells.flatMap((cell) => cell.reached?.words ?? []);
  return (
    <output className="block px-4 py-2 text-sm">
      {reached.length === 0
        ? t("none")
        : reached.map((one) => (
            <span key={one} className="block">
              {one}
            </span>
          ))}
    </output>
  );
}
