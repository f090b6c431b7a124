import { findForms, findQuestions, strangeAddresses } from "./support/forms/find-forms";
import { isSentIn, languagesOf } from "./support/forms/languages";
import { questionsFor, RAW_TEXTS } from "./support/forms/hostile-texts";
import { sweeperAs } from "./support/forms/sweeper";
import { tryAddress, tryForm, tryNowhere } from "./support/forms/try-form";
import type { Role } from "./support/sign-in";
import { expect, test } from "./support/test";

// The long run sends every text by every form: a buyer has forms enough for some minutes. Over PostgreSQL each answer takes longer.
const SWEEP_MS = process.env.OTHER_WAYS === "1" ? 900_000 : process.env.SERVER_PROCESSES ? 480_000 : 240_000;
const ROLES: readonly Role[] = ["visitor", "buyer", "provider", "admin"];

// Hundreds of answers are read, and none is worth a picture.
test.use({ trace: "off" });

for (const role of ROLES) {
  test(`no form of a ${role} does what it was wrongly asked: it says so and keeps what was typed`, async ({
    page,
    baseURL,
  }, { project }) => {
    test.setTimeout(SWEEP_MS);
    const sweeper = await sweeperAs(page, role, baseURL as string);
    const forms = await findForms(sweeper);
    expect(forms.length).toBeGreaterThan(1);
    const wrong: string[] = [];
    for (const language of languagesOf(project.name)) {
      for (const [turn, form] of forms.entries()) wrong.push(...(await tryForm(form, sweeper, { language, turn })));
    }
    expect(wrong).toEqual([]);
  });

  test(`whatever a page of a ${role} is asked, it answers or is not there`, async ({ page, baseURL }, { project }) => {
    test.setTimeout(SWEEP_MS);
    const sweeper = await sweeperAs(page, role, baseURL as string);
    const asked = [...(await findQuestions(sweeper))].flatMap(([path, names]) =>
      questionsFor([...names]).map((question) => `${path}?${question}`),
    );
    expect(asked.length).toBeGreaterThan(10);
    const nowhere = strangeAddresses(role, RAW_TEXTS);
    const wrong: string[] = [];
    for (const language of languagesOf(project.name)) {
      const isInThis = (_: string, at: number) => isSentIn(language, at);
      for (const address of asked.filter(isInThis)) wrong.push(...(await tryAddress(address, sweeper, language)));
      for (const address of nowhere.filter(isInThis)) wrong.push(...(await tryNowhere(address, sweeper, language)));
    }
    expect(wrong).toEqual([]);
  });
}

const MEGABYTE = 1_048_576;
const AS_FORM = { "content-type": "multipart/form-data; boundary=b" };

const UNREAD = [
  ["a form that is none", "/en/sign-in", { data: "no form", headers: AS_FORM }, 400],
  ["more than a form may hold", "/zh-CN/sign-in", { data: Buffer.alloc(MEGABYTE + 1), headers: AS_FORM }, 413],
  [
    "a sign-in that is no JSON",
    "/api/auth/callback/credentials",
    { data: Buffer.from("{"), headers: { "content-type": "application/json" } },
    400,
  ],
  ["an address that cannot be decoded", "/en/%", null, 400],
  ["a thing whose name cannot be decoded", "/zh-CN/requests/%ED%A0%80", null, 400],
  ["a thing of the API whose name cannot be decoded", "/api/v1/orders/%ED%A0%80", null, 400],
  ["an address without end", `/en/hubs/${"x".repeat(9_000)}`, null, 404],
] as const;

for (const [what, path, sent, status] of UNREAD) {
  test(`${what} is refused with a word, and is no fault of ours`, async ({ request }) => {
    const answer = await (sent ? request.post(path, sent) : request.get(path));
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toMatch(/\S/);
  });
}
