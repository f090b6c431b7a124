import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientWords } from "@/app/client-words";
import { PackCheck } from "@/components/documents/pack-check";
import { PackProofView } from "@/components/documents/document-tables";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { MARKET_ZONE } from "@/domain/shared/time";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { packProof } from "@/server/documents/queries";

const search = z.object({
  hash: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/)
    .catch(""),
});

type PageProps = {
  readonly params: Promise<{ packId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Readable by whoever has its address, without an account. */
export default async function PackPage({ params, searchParams }: PageProps) {
  const [{ packId }, session, t] = await Promise.all([params, currentSession(), getTranslations("packs")]);
  const proof = await packProof(platform().database.read, packId);
  if (!proof) notFound();
  const { hash } = search.parse(await searchParams);
  return (
    <PageWrap>
      <PageHead title={t("proof.title", { reference: proof.orderReference })} sub={t("proof.sub")} />
      <div className="stack">
        <ClientWords rooms={["packs"]}>
          <PackCheck root={proof.root} />
        </ClientWords>
        <PackProofView proof={proof} hash={hash} zone={session?.timeZone ?? MARKET_ZONE} />
      </div>
    </PageWrap>
  );
}
