import { useTranslations } from "next-intl";
import { LEFT_OUT_COUNTED, type SearchHelp } from "@/views/find";
import { Anchor } from "../ui/blocks";

type SearchNoteProps = {
  readonly help: SearchHelp | null;
  /** The address of the list with another question. */
  readonly address: (q: string) => string;
};

/** What was put right in the words that were looked for, goods that do not narrow a list of providers, and where nothing has them all, what is found without one of them. */
export function SearchNote({ help, address }: SearchNoteProps) {
  const t = useTranslations("find.help");
  if (help === null) return null;
  const { typed, shown, notAsked, leftOut } = help;
  return (
    <div className="grid gap-1 pb-3 text-sm" role="status">
      {shown !== null && (
        <p>
          {t("shown", { q: shown })} <Anchor href={address(`"${typed}"`)}>{t("typed", { q: typed })}</Anchor>
        </p>
      )}
      {notAsked !== null && (
        <p>
          {t("notAsked", { goods: notAsked })}{" "}
          <Anchor href={address(notAsked)}>{t("mentioning", { goods: notAsked })}</Anchor>
        </p>
      )}
      {leftOut.length > 0 && (
        <>
          <p>{t("leftOut")}</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {leftOut.map(({ q, count }) => (
              <li key={q}>
                <Anchor href={address(q)}>
                  {count > LEFT_OUT_COUNTED
                    ? t("withoutMore", { q, count: LEFT_OUT_COUNTED })
                    : t("without", { q, count })}
                </Anchor>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
