import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { showTexts, textsOfDispute } from "@/app/written-texts";
import { DisputeForm } from "@/components/disputes/dispute-form";
import { DisputePanel, DisputeTurnBar } from "@/components/disputes/dispute-panel";
import { PageWrap } from "@/components/shell/page-wrap";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { formatMoney } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/time/format-time";
import { sayable } from "@/domain/disputes/dispute";
import { dayOf } from "@/domain/shared/time";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { orderDisputes } from "@/server/disputes/queries";
import { escalateAction, openDisputeAction, takeOfferAction, writeEntryAction } from "./actions";

type PageProps = { readonly params: Promise<{ orderId: string }> };

export default async function DisputePage({ params }: PageProps) {
  const { orderId } = await params;
  const { actor, timeZone } = await requireMember(`/orders/${orderId}/dispute`);
  const { clock } = platform();
  const now = clock();
  const page = await orderDisputes(pageReader(), actor, { orderId, now });
  if (!page) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("disputes")]);
  const { order, side, disputes, mayWrite } = page;
  const show = await showTexts(actor, disputes.flatMap(textsOfDispute));
  const endOf = (id: string) => disputes.find((one) => one.id === id)?.ending?.at ?? now;
  const running = disputes.find(({ ending }) => ending === null);
  const isTalking = running?.state === "opened" || running?.state === "talk";
  const mayBeSaid = running && mayWrite ? sayable(running, now) : "nothing";
  return (
    <PageWrap>
      <PageHead
        title={t("page.title", { title: order.title })}
        crumb={[
          { label: t("page.orders"), href: `/${locale}/orders` },
          { label: order.reference, href: `/${locale}/orders/${orderId}` },
        ]}
      />
      <ClientWords>
        <div className="stack">
          {running && <DisputeTurnBar dispute={running} side={side} now={now} zone={timeZone} />}
          {running && isTalking && mayWrite && now >= running.mayEscalateAt && (
            <OneButtonForm action={escalateAction} fields={{ disputeId: running.id, idempotencyKey: newId() }}>
              {t("page.escalate")}
            </OneButtonForm>
          )}
          {disputes.length === 0 && !page.mayOpen && (
            <EmptyState reason={t("page.none")} detail={t("page.noneDetail")} />
          )}
          {disputes.map((dispute) => (
            <DisputePanel
              key={dispute.id}
              dispute={dispute}
              files={page.files}
              zone={timeZone}
              show={show}
              onOffer={({ seq, by }) =>
                mayWrite && by !== side ? (
                  <OneButtonForm
                    action={takeOfferAction}
                    fields={{ disputeId: dispute.id, seq: String(seq), idempotencyKey: newId() }}
                    variant="primary"
                    size="small"
                  >
                    {t("page.take")}
                  </OneButtonForm>
                ) : null
              }
            />
          ))}
          {running && mayBeSaid !== "nothing" && (
            <DisputeForm
              kind={mayBeSaid === "offers" ? "settle" : "entry"}
              action={writeEntryAction}
              fields={{ disputeId: running.id }}
              about={running.about}
              idempotencyKey={newId()}
              files={page.files}
            />
          )}
          {page.mayOpen && (
            <DisputeForm
              kind="open"
              action={openDisputeAction}
              fields={{ orderId, currency: order.price.currency }}
              service={order.service}
              currency={order.price.currency}
              divided={page.dividedCharges.map(({ disputeId, left }) => ({
                value: disputeId,
                label: t("form.earlierSame", {
                  at: formatDay(dayOf(endOf(disputeId), timeZone), locale),
                  left: formatMoney(left, locale, { display: "code" }),
                }),
              }))}
              idempotencyKey={newId()}
            />
          )}
        </div>
      </ClientWords>
    </PageWrap>
  );
}
