import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";

/** Which of one's files go with a step that is reported; nothing where there are none. */
export function useMilestoneFiles(
  files: readonly { readonly id: string; readonly name: string }[],
  chosen: readonly string[] = [],
): readonly ActionField[] {
  const t = useTranslations("files.milestone");
  if (files.length === 0) return [];
  const options = files.map(({ id, name }) => ({ value: id, label: <span className="break-anywhere">{name}</span> }));
  return [{ kind: "checks", name: "fileIds", label: t("label"), help: t("help"), options, chosen }];
}
