import { BID_DRAFT_BYTES } from "../../../domain/bidding/draft/bid-draft-fields";
import type { FormValues } from "../../../domain/shared/form-state";
import { decrypt, encrypt, newKey, pad, unpad } from "../envelope";

/** Whose template; part of every ciphertext, so that none can be moved. */
type TemplateContext = { readonly id: string; readonly providerOrganisationId: string };

type Sealed = { readonly sealedName: Buffer; readonly sealed: Buffer; readonly keyForBidder: Buffer };

/** Every name has this size before encryption. */
const NAME_BYTES = 512;

const nameOf = ({ id, providerOrganisationId }: TemplateContext): string =>
  `bid-template|${id}|${providerOrganisationId}`;

/** Seals a template's name and fields like a draft: with a key of its own that only the bidder's key opens. */
export function sealTemplate(
  template: { readonly name: string; readonly fields: FormValues },
  context: TemplateContext,
  bidderKey: Buffer,
): Sealed {
  const whose = nameOf(context);
  const dataKey = newKey();
  return {
    sealedName: encrypt(dataKey, pad(template.name, NAME_BYTES), `name|${whose}`),
    sealed: encrypt(dataKey, pad(JSON.stringify(template.fields), BID_DRAFT_BYTES), whose),
    keyForBidder: encrypt(bidderKey, dataKey, `bidder|${whose}`),
  };
}

const dataKeyOf = (of: Pick<Sealed, "keyForBidder">, context: TemplateContext, bidderKey: Buffer): Buffer =>
  decrypt(bidderKey, of.keyForBidder, `bidder|${nameOf(context)}`);

export const openTemplateName = (
  of: TemplateContext & Pick<Sealed, "sealedName" | "keyForBidder">,
  bidderKey: Buffer,
): string => unpad(decrypt(dataKeyOf(of, of, bidderKey), of.sealedName, `name|${nameOf(of)}`));

export const openTemplateFields = (
  of: TemplateContext & Pick<Sealed, "sealed" | "keyForBidder">,
  bidderKey: Buffer,
): FormValues => JSON.parse(unpad(decrypt(dataKeyOf(of, of, bidderKey), of.sealed, nameOf(of)))) as FormValues;
