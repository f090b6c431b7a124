import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";

type DraftConflictProps = {
  readonly words: string;
  /** Where the form is drawn from what is kept. */
  readonly keptHref: string;
};

/** Another window has saved, sent or discarded the draft: says so and asks whose text is to stay. Nothing is lost until then. */
export function DraftConflict({ words, keptHref }: DraftConflictProps) {
  const t = useTranslations("bidding.draft");
  return (
    <div className="p-4" id="draft-conflict">
      <Note tone="warn" isLive>
        <p>{words}</p>
        <p className="flow pt-2">
          <Button size="small" name="intent" value="save-draft-over" formNoValidate>
            {t("keepThis")}
          </Button>
          <ButtonLink size="small" variant="quiet" href={keptHref}>
            {t("readOther")}
          </ButtonLink>
        </p>
      </Note>
    </div>
  );
}
