import type { Locator } from "@playwright/test";
import { go, type Person, press, write } from "../journey/person";
import { expect } from "../support/test";
import { type Cast, look } from "./cast";
import type { Contest } from "./contest";

const questionsOn = ({ page }: Person): Locator => page.locator("#questions");

async function ask(person: Person, id: string, question: string): Promise<void> {
  const { t } = person;
  await go(person, `/requests/${id}`);
  await write(person, t("requests.questions.question"), question);
  await press(person, t("requests.questions.ask"));
  await expect(questionsOn(person).getByRole("listitem").filter({ hasText: question })).toBeVisible();
}

async function answer(buyer: Person, question: string, words: string): Promise<void> {
  const { t } = buyer;
  const asked = questionsOn(buyer).getByRole("listitem").filter({ hasText: question });
  await asked.getByRole("textbox", { name: t("requests.questions.answer"), exact: true }).fill(words);
  await asked.getByRole("button", { name: t("requests.questions.sendAnswer"), exact: true }).click();
  await expect(asked.getByText(words, { exact: true })).toBeVisible();
}

async function readAll(person: Person, id: string, { questions, answers }: Contest, own: number): Promise<void> {
  const { t } = person;
  await go(person, `/requests/${id}`);
  for (const text of [...questions, ...answers])
    await expect(questionsOn(person).getByText(text, { exact: true })).toBeVisible();
  await expect(questionsOn(person).getByText(t("requests.questions.own"))).toHaveCount(own);
}

/** Three are asked and answered; all read all of them, and nobody but the asker learns who asked. */
export async function askAndAnswer({ buyer, provider, rival, outsider, visitor }: Cast, contest: Contest, id: string) {
  const { questions, answers, names } = contest;
  await ask(provider, id, questions[0]);
  await ask(rival, id, questions[1]);
  await expect(questionsOn(rival).getByText(questions[0]), "what waits is its asker's and the buyer's").toHaveCount(0);
  await ask(provider, id, questions[2]);
  await look(provider);

  await go(buyer, `/requests/${id}`);
  await look(buyer);
  for (const [at, question] of questions.entries()) await answer(buyer, question, answers[at] as string);
  await go(buyer, `/requests/${id}`);
  const read = await buyer.page.content();
  for (const name of Object.values(names)) expect(read, "the buyer reads who is at it").not.toContain(name);

  await readAll(provider, id, contest, 2);
  await readAll(rival, id, contest, 1);
  await readAll(outsider, id, contest, 0);
  await go(visitor, `/requests/${id}`);
  await expect(questionsOn(visitor)).toHaveCount(0);
}
