/** What a scanner says of a content; it throws where it cannot be asked. */
export type Verdict = { readonly isInfected: boolean; readonly signature: string | null };

export type Scanner = { scan(content: AsyncIterable<Uint8Array>): Promise<Verdict> };
