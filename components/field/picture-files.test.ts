import { expect, test } from "vitest";
import { FILE_MAX_BYTES } from "@/domain/files/file-limits";
import { filesIn, pictureOf, problemOfPicture } from "./picture-files";

test.each([
  [{ type: "image/jpeg", size: FILE_MAX_BYTES }, null],
  [{ type: "image/jpeg", size: FILE_MAX_BYTES + 1 }, "photo_too_large"],
  [{ type: "image/heic", size: 8 }, "no_picture"],
  [{ type: "", size: 8 }, "no_picture"],
])("a picture of %j is found to be %j before it is sent", (file, problem) => {
  expect(problemOfPicture(file)).toBe(problem);
});

test("a picture that an album has under a bare number is kept under a name that says what it is", async () => {
  expect((await pictureOf(new File(["x"], "100004", { type: "image/webp" }))).name).toBe("photo.webp");
  expect((await pictureOf(new File(["x"], "gate 4.JPG", { type: "image/jpeg" }))).name).toBe("gate 4.JPG");
});

test("an empty field of files is none", () => {
  const form = new FormData();
  form.append("files", new File([], ""));
  form.append("files", new File(["x"], "a.jpg"));
  expect(filesIn(form, "files").map(({ name }) => name)).toEqual(["a.jpg"]);
});
