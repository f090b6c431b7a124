import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { GatesForm } from "@/components/orders/chain/gates-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import type { Gate } from "@/domain/orders/chain/gate";
import { milestonesFor } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { isChainReader } from "@/server/orders/queries/chain";
import { gatesToChange } from "@/server/orders/queries/gate-views";
import { changeGatesAction } from "../actions";
import { gateWords } from "../gate-step";

type PageProps = { readonly params: Promise<{ dealId: string }> };

export default async function GatesPage({ params }: PageProps) {
  const { dealId } = await params;
  const { actor } = await requireMember(`/deals/${dealId}/chain/gates`);
  const { read } = platform().database;
  const offer = await gatesToChange(read, actor, dealId);
  // Once they are fixed they are read with the chain, by whoever may read it.
  if (!offer && !(await isChainReader(read, actor, dealId))) notFound();
  if (!offer) redirect(`/${await getLocale()}/deals/${dealId}/chain`);
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("chain"), getTranslations()]);
  const here = `/${locale}/deals/${dealId}`;
  const steps = offer.services.flatMap((service: Service) =>
    milestonesFor(service, offer.mode).map(({ code }) => {
      const gate: Gate = { need: { kind: "papers" }, holds: { service, code } };
      return { value: `${service}.${code}`, label: gateWords(words, { gate, mode: offer.mode }).holds };
    }),
  );
  return (
    <PageWrap>
      <PageHead
        title={t("edit.heading")}
        crumb={[
          { label: offer.reference, href: here },
          { label: t("edit.chain"), href: `${here}/chain` },
        ]}
        sub={t("edit.sub")}
      />
      <ClientWords>
        <GatesForm
          action={changeGatesAction}
          dealId={dealId}
          version={offer.version}
          idempotencyKey={newId()}
          gates={offer.gates.map(({ key, gate, isOn }) => ({
            key,
            isOn,
            ...gateWords(words, { gate, mode: offer.mode }),
          }))}
          needs={[...offer.needs.map((kind) => ({ value: kind, label: t(`gate.need.${kind}`) })), ...steps]}
          steps={steps}
          backHref={`${here}/chain`}
        />
      </ClientWords>
    </PageWrap>
  );
}
