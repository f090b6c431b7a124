import { Agent, type IncomingHttpHeaders, request as ask } from "node:http";
import { Readable } from "node:stream";
import { apiKeyOf } from "./support/call-as";
import { cookieOf, signInAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, test } from "./support/test";

const MEGABYTE = 1024 * 1024;
const SOON_MS = 2_000;

type Sent = {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable;
};
type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** A client of one connection, as a proxy holds it for many people. */
function clientOf(baseURL: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = ({ path, headers = {}, body }: Sent, method = "POST"): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const length = body instanceof Buffer ? { "content-length": String(body.length) } : {};
      const asked = ask(new URL(path, baseURL), { agent, method, headers: { ...headers, ...length } }, (response) => {
        Array.fromAsync(response as AsyncIterable<Buffer>).then((parts) => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        }, reject);
      });
      asked.on("error", reject);
      if (body instanceof Readable) body.pipe(asked);
      else asked.end(body);
    });
  const next = async (): Promise<number> => {
    const fromMs = performance.now();
    const { status } = await send({ path: "/api/v1/hubs", body: Buffer.alloc(0) }, "GET");
    expect(status).toBe(200);
    return performance.now() - fromMs;
  };
  return { send, next, end: () => agent.destroy() };
}

/** A form as the page of a request sends it, in bytes that a browser would write. */
async function formOf(fields: Readonly<Record<string, string>>, file: File) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("files", file);
  const written = new Response(form);
  return {
    headers: { "content-type": written.headers.get("content-type") as string },
    body: Buffer.from(await written.arrayBuffer()),
  };
}

function requestWhere(where: string): string {
  const [row] = stored(`SELECT id FROM requests WHERE ${where} ORDER BY id DESC LIMIT 1`, {
    own: organisationOf("buyer"),
  });
  if (!row) throw new Error(`The demo market has no request where ${where}`);
  return row.id as string;
}
const own = () => requestWhere("buyer_organisation_id = @own AND state = 'open'");
const foreign = () => requestWhere("buyer_organisation_id <> @own AND state = 'open'");

const drawing = (bytes = 3 * MEGABYTE) => new File([new Uint8Array(bytes)], "drawing.svg", { type: "image/svg+xml" });
const text = (bytes: number) => new File([new Uint8Array(bytes).fill(97)], "long.txt", { type: "text/plain" });
const about = (subjectId: string) => ({ subject: "request", subjectId, language: "en" });
const asBuyer = () => ({ cookie: cookieOf("buyer") });
const byKey = (key = apiKeyOf("buyer")) => ({
  authorization: `Bearer ${key}`,
  "idempotency-key": `upload-${Math.random()}`,
});
const bytes = (count = 3 * MEGABYTE) => Buffer.alloc(count, "a");

/** Each way in which something that is sent is refused, how it is answered, and with which words. */
const REFUSED: Readonly<Record<string, readonly [() => Promise<Sent> | Sent, number, RegExp]>> = {
  "a drawing of 3 MB": [
    async () => {
      const { headers, body } = await formOf(about(own()), drawing());
      return { path: "/api/files", headers: { ...headers, ...asBuyer() }, body };
    },
    303,
    /files=type_not_allowed#files$/,
  ],
  "a file on a request of others": [
    async () => {
      const { headers, body } = await formOf(about(foreign()), text(3 * MEGABYTE));
      return { path: "/api/files", headers: { ...headers, ...asBuyer() }, body };
    },
    303,
    /files=(not_found|no_listing|not_invited|not_permitted|no_more_files)#files$/,
  ],
  "a file of a visitor": [
    async () => ({ path: "/api/files", ...(await formOf(about(own()), text(3 * MEGABYTE))) }),
    303,
    /\/en\/sign-in\?next=/,
  ],
  "a file about nothing that is known": [
    async () => {
      const { headers, body } = await formOf({ subject: "elsewhere" }, text(3 * MEGABYTE));
      return { path: "/api/files", headers: { ...headers, ...asBuyer() }, body };
    },
    400,
    /Unknown subject/,
  ],
  "a form that is none": [
    () => ({
      path: "/api/files",
      headers: { "content-type": "multipart/form-data; boundary=b", ...asBuyer() },
      body: Buffer.concat([Buffer.from('--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n'), bytes()]),
    }),
    400,
    /breaks off/,
  ],
  "what is no form": [
    () => ({ path: "/api/files", headers: { "content-type": "text/plain", ...asBuyer() }, body: bytes() }),
    415,
    /Not a form/,
  ],
  "a form of another site": [
    async () => {
      const { headers, body } = await formOf(about(own()), drawing());
      return { path: "/api/files", headers: { ...headers, ...asBuyer(), origin: "https://evil.example" }, body };
    },
    403,
    /Not from this site/,
  ],
  "a file of more than 20 MB": [
    async () => {
      const { headers, body } = await formOf(about(own()), text(21 * MEGABYTE));
      return { path: "/api/files", headers: { ...headers, ...asBuyer() }, body };
    },
    303,
    /files=file_too_large#files$/,
  ],
  "a drawing by the API": [
    () => ({
      path: "/api/v1/files",
      headers: { ...byKey(), "content-type": "image/svg+xml", "x-file-name": "drawing.svg" },
      body: bytes(),
    }),
    422,
    /type_not_allowed/,
  ],
  "a file of more than 20 MB by the API": [
    () => ({
      path: "/api/v1/files",
      headers: { ...byKey(), "content-type": "text/plain", "x-file-name": "long.txt" },
      body: bytes(25 * MEGABYTE),
    }),
    413,
    /file_too_large/,
  ],
  "a file of unknown length by the API": [
    () => ({
      path: "/api/v1/files",
      headers: { ...byKey(), "content-type": "text/plain", "x-file-name": "long.txt" },
      body: Readable.from(Array.from({ length: 25 }, () => bytes(MEGABYTE))),
    }),
    413,
    /file_too_large/,
  ],
  "a file by the API without a key": [() => ({ path: "/api/v1/files", body: bytes() }), 401, /key_missing/],
  "a file by the API with a key that nobody has": [
    () => ({ path: "/api/v1/files", headers: byKey("made up"), body: bytes() }),
    401,
    /key_unknown/,
  ],
  "a file by the API without a name": [
    () => ({ path: "/api/v1/files", headers: byKey(), body: bytes() }),
    422,
    /x-file-name/,
  ],
  "a call that is too long": [
    () => ({ path: "/api/v1/deals", headers: { ...byKey(), "content-type": "application/json" }, body: bytes() }),
    413,
    /body_too_large/,
  ],
  "a call of unknown length that is too long": [
    () => ({
      path: "/api/v1/deals",
      headers: { ...byKey(), "content-type": "application/json" },
      body: Readable.from(Array.from({ length: 5 }, () => bytes(MEGABYTE))),
    }),
    413,
    /body_too_large/,
  ],
  "a call to what is not there": [
    () => ({ path: "/api/v1/nothing", headers: byKey(), body: bytes() }),
    404,
    /not_found/,
  ],
  "a photo by a link that nobody has": [() => ({ path: "/api/field/made-up/photos", body: bytes() }), 404, /not_found/],
  "a report by a link that nobody has": [
    () => ({ path: "/api/field/made-up/reports", body: bytes() }),
    404,
    /not_found/,
  ],
  "a form to a page that is too long": [
    async () => ({ path: "/en/sign-in", ...(await formOf({}, text(3 * MEGABYTE))) }),
    413,
    /<html/,
  ],
};

for (const [what, [make, status, words]] of Object.entries(REFUSED)) {
  test(`The refusal of ${what} reaches its sender, and the next request does not wait for it.`, async ({ baseURL }) => {
    const { send, next, end } = clientOf(baseURL as string);
    const refused = await send(await make());
    expect(refused.status, refused.text).toBe(status);
    expect(`${refused.text} ${refused.headers.location ?? ""}`.trim()).toMatch(words);
    expect(await next()).toBeLessThan(SOON_MS);
    end();
  });
}

test("A file that is refused in a browser does not keep the next pages waiting.", async ({ page }) => {
  await signInAs(page, "buyer");
  await page.goto(`/en/requests/${own()}`);
  await page.getByLabel("Add files").setInputFiles({ name: "drawing.svg", mimeType: "image/svg+xml", buffer: bytes() });
  const fromMs = performance.now();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.locator("main [role=alert]").first()).toBeVisible();
  for (const path of ["/en/hubs", "/en/requests", "/en/orders"]) await page.goto(path);
  expect(performance.now() - fromMs).toBeLessThan(20_000);
});
