import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Note } from "@/components/ui/page/note";
import type { OutboxView } from "./outbox";

type OutboxNoteProps = { readonly shown: OutboxView<unknown>; readonly onSend: () => void };

/** Says what of one's reports the market has and what still lies on this phone. Speaks from the room `field`. */
export function OutboxNote({ shown: { waiting, state, sentCount }, onSend }: OutboxNoteProps) {
  const t = useTranslations("field.outbox");
  const count = waiting?.length ?? 0;
  const refused = waiting?.filter(({ refusal }) => refusal !== null).length ?? 0;
  if (waiting === null) return null;
  if (count === 0)
    return sentCount === 0 ? null : (
      <Note tone="ok" isLive>
        {t("allSent", { count: sentCount })}
      </Note>
    );
  if (state === "over")
    return (
      <Note tone="warn" isLive>
        {t("over", { count })}
      </Note>
    );
  return (
    <Note tone="warn" isLive>
      <p>{state === "sending" ? t("sending", { count }) : t("waiting", { count })}</p>
      {refused > 0 && <p>{t("refused", { count: refused })}</p>}
      {state !== "sending" && (
        <Button type="button" icon="send" onClick={onSend}>
          {t("sendNow")}
        </Button>
      )}
    </Note>
  );
}
