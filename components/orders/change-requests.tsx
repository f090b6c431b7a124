import { useTranslations } from "next-intl";
import { Note, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { OrderPage } from "@/views/orders";

/** What is to be changed, in the words of who asked, and when it was asked. */
function Asked({ asked, zone }: { readonly asked: OrderPage["changeRequests"][number]; readonly zone: string }) {
  const t = useTranslations("orders.changeRequests");
  return (
    <>
      <b>{asked.words}</b>
      <br />
      {t("askedBy", { name: asked.requesterName })} <TimeText at={asked.requestedAt} zone={zone} />
    </>
  );
}

/** What the buyer asked to have changed, for both sides to read: the last one marked while it is open, those before it as a list. */
export function ChangeRequests({ order, zone }: { readonly order: OrderPage; readonly zone: string }) {
  const t = useTranslations("orders.changeRequests");
  const { changeRequests, line } = order;
  const open = line === "changes_requested" ? changeRequests.at(-1) : undefined;
  const past = open ? changeRequests.slice(0, -1) : changeRequests;
  if (changeRequests.length === 0) return null;
  return (
    <Panel title={t(open ? "titleOpen" : "title")} id="change-requests">
      <div className="form-stack">
        {open && (
          <Note tone="warn">
            <Asked asked={open} zone={zone} />
          </Note>
        )}
        {past.length > 0 && (
          <ul>
            {past.map((one) => (
              <li key={one.round}>
                <Asked asked={one} zone={zone} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
