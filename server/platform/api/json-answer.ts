/** An answer in JSON that no cache keeps. */
export const jsonAnswer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  });

/** Versions are whole numbers; as an entity tag they stand in quotes. */
export const etagOf = (version: number): { etag: string } => ({ etag: `"${version}"` });
